import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHealth } from '#app/health/create-health.ts';
import { healthReportSchema } from '#app/health/health-report.ts';
import type { OperatorView } from '#app/operator-view.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { HttpServer } from '#http/listen-at.ts';
import { startHttpServer } from '#http/start-http-server.ts';

const LOCAL = { host: '127.0.0.1', port: 0 };
const open: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** A view in which all is well, but for what the test says. */
function viewOf(changes: Partial<OperatorView> = {}): OperatorView {
  const health = createHealth({
    work: () => Promise.resolve([]),
    blobs: () => Promise.resolve(),
    isPaused: () => Promise.resolve(false),
    lastWorkAt: () => undefined,
    isWorker: true,
  });
  return {
    health: () => health.report(),
    isReady: () => Promise.resolve(true),
    metrics: () => Promise.resolve({ contentType: 'text/plain; version=0.0.4', text: 'liasse_build_info 1\n' }),
    doctor: () => Promise.resolve([]),
    telemetry: { tell: () => undefined },
    onFailure: () => undefined,
    ...changes,
  };
}

async function start(view: OperatorView): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const server = await startHttpServer(view, LOCAL);
  open.push(server);
  return (path, init) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
}

describe('the operators’ server', () => {
  it('says that all is well', async () => {
    const get = await start(viewOf());
    const response = await get('/health');
    expect(response.status).toBe(200);
    expect(healthReportSchema.parse(await response.json()).status).toBe('ok');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await get('/ready')).status).toBe(200);
  });

  it('says 503 and why when something is broken', async () => {
    const broken = createHealth({
      work: () => Promise.reject(new LiasseFailure('database-away', 'postgres://liasse:secret@db/liasse')),
      blobs: () => Promise.resolve(),
      isPaused: () => Promise.resolve(false),
      lastWorkAt: () => undefined,
      isWorker: true,
    });
    const get = await start(viewOf({ health: () => broken.report(), isReady: () => Promise.resolve(false) }));
    const response = await get('/health');
    expect(response.status).toBe(503);
    const text = await response.text();
    expect(JSON.parse(text).checks.database).toMatchObject({ status: 'broken', code: 'database-away' });
    expect(text).not.toContain('secret');
    expect((await get('/ready')).status).toBe(503);
  });

  it('gives metrics as Prometheus reads them', async () => {
    const response = await (await start(viewOf()))('/metrics');
    expect(response.headers.get('content-type')).toContain('version=0.0.4');
    expect(await response.text()).toBe('liasse_build_info 1\n');
  });

  it('answers what it does not know, and what fails, with a code and nothing that was quoted', async () => {
    const failures: unknown[] = [];
    const get = await start(
      viewOf({
        metrics: () => Promise.reject(new Error('Aïssatou Diallo')),
        onFailure: (thrown) => failures.push(thrown),
      }),
    );
    const failed = await get('/metrics');
    expect(failed.status).toBe(500);
    expect(await failed.json()).toEqual({ error: { code: 'internal-error' } });
    expect(failures).toHaveLength(1);
    const unknown = await get('/cases/Aïssatou');
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toEqual({ error: { code: 'not-found' } });
    expect((await get('/health', { method: 'POST', body: 'x' })).status).toBe(404);
  });

  it('says which address is taken', async () => {
    const server = await startHttpServer(viewOf(), LOCAL);
    open.push(server);
    await expect(startHttpServer(viewOf(), { ...LOCAL, port: server.port })).rejects.toMatchObject({
      code: 'address-taken',
    });
  });

  it('ends at once, though somebody keeps a connection open', async () => {
    const server = await startHttpServer(viewOf(), LOCAL);
    const idle = connect(server.port, '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    const startedAt = performance.now();
    await server.close();
    expect(performance.now() - startedAt).toBeLessThan(1000);
    idle.destroy();
  });
});
