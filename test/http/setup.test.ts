import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offerSetupCode } from '#app/web/setup/offer-setup-code.ts';
import { PASSWORD, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';

let server: TestWebServer;
let codes: string[];

beforeAll(async () => {
  server = await startTestServer({ isSetUp: false });
  // Every server of an installation offers a code of its own.
  codes = [await codeOf(server), await codeOf(server)];
});
afterAll(() => server?.close());

async function codeOf({ web }: TestWebServer): Promise<string> {
  return (await offerSetupCode(web))?.split('#')[1] ?? '';
}

const first = (code: string) => ({
  ...{ code, name: 'Ada', email: 'Ada@Example.org', password: PASSWORD, language: 'fr', teamName: 'Lyon' },
});

describe('a new installation', () => {
  it('answers nothing but its set-up', async () => {
    for (const { method, url } of server.routes.filter(({ access }) => access !== 'everybody')) {
      const { status, body } = await server.client().request(method, url.replace(/[:*]\w*/g, 'x'));
      if (method !== 'HEAD') expect([url, status, body.error.code]).toEqual([url, 503, 'setup-needed']);
    }
    expect((await server.client().get('/api/setup')).body).toEqual({ isSetUp: false });
  });

  it('is set up by the code only, from its own page only', async () => {
    const [code = ''] = codes;
    const client = server.client();
    const wrong = await client.post('/api/setup', first('a'.repeat(43)));
    expect([wrong.status, wrong.body.error.code]).toEqual([403, 'setup-code-wrong']);
    const short = await client.post('/api/setup', { ...first(code), password: 'short' });
    expect([short.status, short.body.error.fields]).toEqual([400, ['password']]);
    const elsewhere = { body: first(code), headers: { origin: 'https://elsewhere.example' } };
    expect((await client.request('POST', '/api/setup', elsewhere)).body.error.code).toBe('not-from-here');
    expect(await server.keeping.people.all()).toEqual([]);
  });

  it('has one administrator, however many open the link at once, and no second one after that', async () => {
    const clients = [0, 1, 2, 3, 4].map((nth) => ({ client: server.client(), email: `P${nth}@Example.org`, nth }));
    const answers = await Promise.all(
      clients.map(async ({ client, email, nth }) => ({
        client,
        answer: await client.post('/api/setup', { ...first(codes[nth % 2] ?? ''), email }),
      })),
    );
    const winners = answers.filter(({ answer }) => answer.status === 200);
    expect(winners).toHaveLength(1);
    const { body: me } = (await winners[0]?.client.get('/api/me')) ?? {};
    expect(me).toMatchObject({ role: 'administrator', teams: [{ name: 'Lyon' }] });
    expect(me.email).toMatch(/^p\d@example\.org$/);
    expect(await server.keeping.people.all()).toHaveLength(1);

    const again = await server.client().post('/api/setup', first(codes[0] ?? ''));
    expect([again.status, again.body.error.code]).toEqual([409, 'setup-done']);
    expect(await offerSetupCode(server.web)).toBeUndefined();
    expect((await server.client().get('/api/setup')).body).toEqual({ isSetUp: true });
    const told: string[] = [];
    for await (const { action } of server.keeping.audit.rows()) told.push(action);
    expect(told).toEqual(['installation-set-up', 'signed-in']);
    expect(server.failures).toEqual([]);
  });
});
