import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';

let server: TestWebServer;
beforeAll(async () => {
  const pageFolder = await mkdtemp(join(tmpdir(), 'liasse-page-'));
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html><title>Liasse</title>');
  await mkdir(join(pageFolder, 'assets'));
  await writeFile(join(pageFolder, 'assets', 'main-abc.js'), 'void 0');
  await writeFile(join(pageFolder, '..', 'outside.txt'), 'outside');
  server = await startTestServer({ pageFolder });
});
afterAll(() => server?.close());

describe('the page', () => {
  it('is its index for every address of its own, and files that may be kept for good', async () => {
    for (const path of ['/', '/cases', '/cases/1?x=2', '/setup']) {
      const { status, headers, body } = await server.client().get(path);
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(body).toContain('<title>Liasse');
    }
    const asset = await server.client().get('/assets/main-abc.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('content-type')).toMatch(/javascript/);
  });

  it('has no index in place of a part of another build', async () => {
    const { status, headers } = await server.client().get('/assets/main-old.js');
    expect([status, headers.get('content-type')]).toEqual([404, expect.stringContaining('json')]);
  });

  it('gives no file from elsewhere', async () => {
    for (const path of ['/../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt', '/assets/..%2f..%2foutside.txt'])
      expect((await server.client().get(path)).body).not.toContain('outside\n');
  });

  it('allows no script but our own files, and nobody to frame it', async () => {
    const policy = (await server.client().get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline|https?:|\*/);
  });
});

describe('every answer that is none', () => {
  it('has a code and sentences in both languages, and nothing that was sent', async () => {
    const adviser = await server.as('adviser');
    const answers = [
      await adviser.get('/api/nothing/Diallo'),
      await adviser.get('/api/cases/Diallo'),
      await adviser.get('/api/cases?limit=Diallo'),
      await adviser.post('/api/cases', '{"name": Diallo'),
      await adviser.request('POST', '/api/cases', { body: 'Diallo', headers: { 'content-type': 'text/plain' } }),
      await adviser.request('POST', '/api/cases', { body: '<a>Diallo</a>', headers: { 'content-type': 'text/xml' } }),
      await adviser.post('/api/cases', { name: 'Diallo'.repeat(100_000) }),
      await adviser.request('PUT', '/api/cases'),
      await server.client().post('/api/auth/sign-in', { email: 'Diallo', password: 'x' }),
    ];
    const codes = answers.map(({ status, body }) => [status, body.error.code]);
    expect(codes).toEqual([
      [404, 'not-found'],
      [404, 'not-found'],
      [400, 'wrong-request'],
      [400, 'wrong-request'],
      [415, 'wrong-media-type'],
      [415, 'wrong-media-type'],
      [413, 'request-too-large'],
      [404, 'not-found'],
      [400, 'wrong-request'],
    ]);
    // Of what is asked for, not of a file on the server's disk.
    expect(answers[0]?.body.error.message.fr).toBe('Cela n’existe pas, ou plus.');
    for (const { body } of answers) {
      expect(body.error.message).toEqual({ fr: expect.any(String), en: expect.any(String) });
      expect(JSON.stringify(body)).not.toContain('Diallo');
    }
    expect(server.failures).toEqual([]);
  });

  it('says nothing of what failed within', async () => {
    const adviser = await server.as('adviser');
    const { body: opened } = await adviser.post('/api/cases', { name: 'broken' });
    await server.keeping.db
      .updateTable('cases')
      .set({ summary: '{"Diallo": 1}' })
      .where('id', '=', opened.id)
      .execute();
    const { status, body } = await adviser.get(`/api/cases/${opened.id}`);
    expect([status, body.error.code]).toEqual([500, 'internal-error']);
    expect(JSON.stringify(body)).not.toContain('Diallo');
    expect(server.failures).toHaveLength(1);
  });
});

describe('what operators ask', () => {
  it('is answered without details to anybody, with figures to this machine', async () => {
    const client = server.client();
    expect((await client.get('/health')).body).toEqual({ status: 'ok' });
    expect((await client.get('/metrics')).body).toContain('liasse_build_info');
  });

  it('needs a key of an operator by way of a proxy', async () => {
    const byProxy = { headers: { 'x-forwarded-for': '203.0.113.9' } };
    expect((await server.client().request('GET', '/metrics', byProxy)).status).toBe(401);
    expect((await (await server.as('adviser')).request('GET', '/metrics', byProxy)).status).toBe(403);
    expect((await (await server.as('operator')).request('GET', '/metrics', byProxy)).status).toBe(200);
  });

  it('is not answered under a name that somebody else gave to this machine', async () => {
    // fetch does not let a test choose the host.
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${server.url}/api/setup`, { headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.once('error', reject);
      asked.end();
    });
    expect(status).toBe(403);
  });
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1 with every route, and a page to read it by, for whoever is signed in', async () => {
    const adviser = await server.as('adviser');
    const { body: api } = await adviser.get('/api/openapi.json');
    expect(api.openapi).toBe('3.1.0');
    const described = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const wanted = server.routes
      .filter(({ url }) => url.startsWith('/api/') && !/^\/api\/(docs|openapi)/.test(url))
      .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual(wanted.sort());
    const page = await adviser.get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });
});
