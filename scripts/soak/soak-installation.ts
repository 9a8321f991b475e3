import { join } from 'node:path';
import { freePort } from '../../test/support/servers/server-process.ts';
import { startServers } from '../kill-trials/start-servers.ts';
import { type SoakedComponent, startComponent } from './soaked-component.ts';

/** Something that is killed during a soak, and started again. */
export interface Victim {
  readonly name: string;
  restart(): Promise<void>;
}

/** All that runs through a soak. */
export interface SoakInstallation {
  readonly env: Readonly<Record<string, string>>;
  readonly watched: string;
  readonly components: readonly SoakedComponent[];
  /** The server that prints the link of the set-up comes first. */
  readonly urls: readonly string[];
  readonly victims: readonly Victim[];
  /** Whether what is killed is never what is measured. */
  readonly hasSteady: boolean;
  stop(): Promise<void>;
}

interface Place {
  readonly folder: string;
  readonly onDied: (what: string) => void;
}

const ENGINE = ['--engine', 'js'] as const;

/** One server that works itself, on the embedded database; whoever watches the folder beside it. It is what is killed, so it is killed in the first third only. */
export async function startAlone({ folder, onDied }: Place): Promise<SoakInstallation> {
  const env = environmentOf(folder);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ['serve', '--port', String(port), ...ENGINE];
  const server = startComponent({ name: 'server', args, env, isSteady: true, metricsUrl: `${url}/metrics` }, onDied);
  const watch = startWatch(folder, { env, onDied });
  return {
    ...{ env, watched: watch.folder, components: [server, watch.component], urls: [url], victims: [server] },
    hasSteady: false,
    stop: () => stopAll([watch.component, server]),
  };
}

/** Two servers and two workers on PostgreSQL and Redis; one of each, PostgreSQL and Redis are killed again and again. */
export async function startOnServers({ folder, onDied }: Place): Promise<SoakInstallation> {
  const servers = await startServers(join(folder, 'home'));
  const env = { ...environmentOf(folder), ...servers.env };
  const ports = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const serve = (index: number, name: string, isSteady: boolean): SoakedComponent =>
    startComponent(
      {
        name,
        isSteady,
        env,
        args: ['serve', '--no-work', '--port', String(ports[index])],
        metricsUrl: `${urls[index]}/metrics`,
      },
      onDied,
    );
  const work = (index: number, name: string, isSteady: boolean): SoakedComponent =>
    startComponent(
      {
        ...{ name, isSteady, env, metricsUrl: `${urls[index]}/metrics` },
        args: ['worker', '--concurrency', '2', '--workers', '1', ...ENGINE, '--http', `127.0.0.1:${ports[index]}`],
      },
      onDied,
    );
  const steady = [serve(0, 'server', true), work(2, 'worker', true)];
  const killed = [serve(1, 'server that is killed', false), work(3, 'worker that is killed', false)];
  const watch = startWatch(folder, { env, onDied });
  const ofServers = (['postgres', 'redis'] as const).map(
    (name): Victim => ({
      name,
      restart: async () => {
        await servers[name].kill();
        await servers[name].restart();
      },
    }),
  );
  const components = [...steady, ...killed, watch.component];
  return {
    ...{
      env,
      watched: watch.folder,
      components,
      urls: urls.slice(0, 2),
      victims: [...killed, ...ofServers],
      hasSteady: true,
    },
    stop: async () => {
      await stopAll(components);
      await servers.stop();
    },
  };
}

function environmentOf(folder: string): Record<string, string> {
  const tmp = join(folder, 'tmp');
  return { LIASSE_HOME: join(folder, 'home'), TMPDIR: tmp, LIASSE_WEBHOOK_HOSTS: '127.0.0.1' };
}

function startWatch(
  folder: string,
  { env, onDied }: { readonly env: Readonly<Record<string, string>>; readonly onDied: (what: string) => void },
): { readonly folder: string; readonly component: SoakedComponent } {
  const watched = join(folder, 'watched');
  const args = ['watch', watched, '--every', '5', '--move-to', join(folder, 'moved')];
  return { folder: watched, component: startComponent({ name: 'watch', args, env, isSteady: true }, onDied) };
}

async function stopAll(components: readonly SoakedComponent[]): Promise<void> {
  for (const component of components) await component.stop();
}
