import { access, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

/** The part of the Compose specification that is used here; anything else is a mistake or wants a look at the specification. */
const duration = z.string().regex(/^\d+(s|m)$/);
const command = z.union([z.string(), z.array(z.string())]);
const environment = z.record(z.string(), z.union([z.string(), z.number()]));
const serviceSchema = z.strictObject({
  build: z.string().optional(),
  image: z.string().regex(/^[a-z0-9./-]+(:[A-Za-z0-9._-]+)?$/),
  command: command.optional(),
  user: z.string().optional(),
  environment: environment.optional(),
  env_file: z.array(z.string()).optional(),
  secrets: z.array(z.string()).optional(),
  networks: z.array(z.string()),
  volumes: z.array(z.string()).optional(),
  ports: z.array(z.string().regex(/^([\d.]+:)?\d+:\d+$/)).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  healthcheck: z.strictObject({
    test: z.tuple([z.enum(['CMD', 'CMD-SHELL'])], z.string()),
    interval: duration,
    timeout: duration,
    retries: z.int().positive(),
    start_period: duration.optional(),
  }),
  restart: z.literal('unless-stopped'),
  stop_grace_period: duration.optional(),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  cap_add: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  shm_size: z.string().optional(),
});
const composeSchema = z.strictObject({
  'x-liasse': z.unknown(),
  services: z.record(z.string(), serviceSchema),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.strictObject({})),
  secrets: z.record(z.string(), z.strictObject({ file: z.string().startsWith('./secrets/') })),
});

describe('docker-compose.yml', () => {
  let compose: z.infer<typeof composeSchema>;
  beforeAll(async () => {
    compose = composeSchema.parse(parse(await readFile('docker-compose.yml', 'utf8'), { merge: true }));
  });
  const services = () => Object.entries(compose.services);

  it('refers to nothing that it does not define, and defines nothing in vain', () => {
    const used = (list: (service: z.infer<typeof serviceSchema>) => readonly string[]) =>
      [...new Set(services().flatMap(([, service]) => list(service)))].toSorted();
    expect(used((service) => service.secrets ?? [])).toEqual(Object.keys(compose.secrets).toSorted());
    expect(used((service) => service.networks)).toEqual(Object.keys(compose.networks).toSorted());
    const named = (service: z.infer<typeof serviceSchema>) =>
      (service.volumes ?? []).flatMap((volume) => (volume.startsWith('.') ? [] : [volume.split(':')[0] ?? '']));
    expect(used(named)).toEqual(Object.keys(compose.volumes).toSorted());
    for (const name of used((service) => Object.keys(service.depends_on ?? {})))
      expect(compose.services).toHaveProperty(name);
  });

  it('asks for every secret that a service is told to read, and holds none itself', () => {
    for (const [name, service] of services())
      for (const [variable, value] of Object.entries(service.environment ?? {})) {
        const file = /^\/run\/secrets\/(.+)$/.exec(String(value))?.[1];
        if (file !== undefined) expect(service.secrets, `${name}: ${variable}`).toContain(file);
        if (/PASSWORD|SECRET|KEY|_URL/.test(variable)) expect(variable, name).toMatch(/_FILE$/);
      }
  });

  it('pins every image but the one that is built, and lets out none but the proxy, which holds no secret', () => {
    for (const [name, { image, build, networks, ports, secrets }] of services()) {
      if (build === undefined) expect(image, name).toMatch(/:v?\d/);
      const isClosed = networks.every((network) => compose.networks[network]?.internal === true);
      expect({ name, isClosed }).toEqual({ name, isClosed: name !== 'proxy' });
      expect(ports ?? [], name).toEqual(isClosed ? [] : ['80:80', '443:443']);
      if (!isClosed) expect(secrets ?? [], name).toEqual([]);
    }
  });

  it('serves the page under the one address that the proxy answers, reads nothing there, and keeps uploads over a restart', async () => {
    const { web, proxy } = compose.services;
    const domain = '$' + '{LIASSE_DOMAIN:-localhost}';
    expect(web?.command).toEqual(['serve', '--no-work', '--host', '0.0.0.0', '--public-url', `https://${domain}`]);
    expect(proxy?.environment).toEqual({ LIASSE_DOMAIN: domain });
    expect(JSON.stringify(web?.healthcheck.test)).toContain('127.0.0.1:8420/health');
    expect(web?.volumes).toEqual(['web:/var/lib/liasse']);
    expect(web?.tmpfs?.join(' ')).not.toContain('/var/lib/liasse');
    const caddyfile = await readFile('deploy/Caddyfile', 'utf8');
    expect(caddyfile).toContain('{$LIASSE_DOMAIN:localhost} {');
    expect(caddyfile).toContain('reverse_proxy web:8420');
  });

  it('mounts only files that are here', async () => {
    const mounted = services().flatMap(([, { volumes }]) =>
      (volumes ?? []).filter((volume) => volume.startsWith('./')),
    );
    expect(mounted).toHaveLength(2);
    for (const volume of mounted) await expect(access(volume.split(':')[0] ?? '')).resolves.toBeUndefined();
  });

  it('makes the secrets it needs', async () => {
    const script = await readFile('scripts/make-secrets.ts', 'utf8');
    const made = Array.from(script.matchAll(/await secret\('([^']+)'/g), ([, name]) => name);
    const needed = [
      ...Object.values(compose.secrets).map(({ file }) => file.replace('./secrets/', '')),
      ...services()
        .flatMap(([, service]) => service.env_file ?? [])
        .map((file) => file.replace('./secrets/', '')),
    ];
    expect(made.toSorted()).toEqual(needed.toSorted());
  });

  it('brings up the page, its proxy, workers, the database, Redis and an S3-compatible store', () => {
    expect(Object.keys(compose.services).toSorted()).toEqual(['postgres', 'proxy', 'redis', 's3', 'web', 'worker']);
    const redis = JSON.stringify(compose.services['redis']?.command);
    expect(redis).toContain('--appendonly yes');
    expect(redis).toContain('--maxmemory-policy noeviction');
  });
});
