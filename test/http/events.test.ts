import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../support/http/start-test-server.ts';
import { FIRST_TEAM, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';
import type { TestClient } from '../support/http/test-client.ts';
import { keptCase } from '../support/kept-case.ts';

let server: TestWebServer;
let adviser: SignedIn;
beforeAll(async () => {
  server = await startTestServer({ heartbeatMs: 200 });
  adviser = await server.as('adviser');
});
afterAll(() => server?.close());

interface Told {
  readonly event: string;
  readonly data: { kind?: string; caseId?: string; orderId?: string };
}

/** Listens from the moment on in which it resolves. */
async function follow(client: TestClient, path: string) {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const stop = new AbortController();
  const response = await fetch(`${server.url}${path}`, { headers: { cookie }, signal: stop.signal });
  const told: Told[] = [];
  let text = '';
  const ended = (async () => {
    for await (const bytes of response.body ?? []) {
      text += Buffer.from(bytes).toString('utf8');
      for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
        const [, event, data] = /^event: (.*)\ndata: (.*)/.exec(text.slice(0, at)) ?? [];
        if (event !== undefined) told.push({ event, data: JSON.parse(data ?? '') });
        text = text.slice(at + 2);
      }
    }
  })().catch(() => undefined);
  const until = async (isThere: (told: readonly Told[]) => boolean) => {
    const end = performance.now() + 12_000;
    while (!isThere(told)) {
      if (performance.now() > end) throw new Error(`only ${JSON.stringify(told)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await until((all) => all[0]?.event === 'ready');
  return { response, told, until, ended, stop: () => stop.abort() };
}

describe('events', () => {
  it('tell of files, papers and judgements of a case, whoever does it, with ids only', async () => {
    const { id } = await server.keeping.cases.open('told');
    const stream = await follow(adviser, `/api/cases/${id}/events`);
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
    expect(stream.response.headers.get('content-security-policy')).toContain("default-src 'self'");
    await keptCase(server.keeping, 'told', { 'a.txt': 'Bulletin de paie' });
    await keptCase(server.keeping, 'not told', { 'b.txt': 'Bulletin de paie' });
    const kinds = (told: readonly Told[]) => told.map(({ data }) => data.kind ?? 'ready');
    await stream.until((told) => kinds(told).includes('case-judged'));
    expect(kinds(stream.told)).toEqual(['ready', 'file-received', 'file-settled', 'case-judged']);
    expect(stream.told.slice(1).every(({ data }) => data.caseId === id)).toBe(true);
    stream.stop();
    await stream.ended;
  });

  it('of all cases are those of my teams', async () => {
    const team = await server.keeping.teams.add('Brest');
    const stream = await follow(adviser, '/api/events');
    await server.keeping.caseFigures.open('theirs', team.id);
    const { id } = await server.keeping.caseFigures.open('ours', FIRST_TEAM);
    await stream.until((told) => told.some(({ data }) => data.caseId === id));
    expect(stream.told.filter(({ data }) => data.kind === 'case-opened')).toHaveLength(1);
    stream.stop();
    await stream.ended;
  });

  it('of a translator are those of their own orders, without a word of the case, and tell that one was taken from them', async () => {
    const [one, other] = [await server.as('translator'), await server.as('translator')];
    expect((await one.get('/api/events')).status).toBe(403);
    const { id: caseId } = await server.keeping.cases.open('to translate');
    const [file] = await keptCase(server.keeping, 'to translate', { 'a.txt': 'Acta de nacimiento' });
    const streams = [
      await follow(one, '/api/my-translations/events'),
      await follow(other, '/api/my-translations/events'),
    ];
    const order = await server.keeping.translations.add({
      ...{ caseId, fileId: file?.fileId ?? '', pages: { from: 1, to: 1 }, document: 'd', type: null, language: 'es' },
      ...{ into: 'fr', isSworn: false, isUrgent: false, rule: null, dueOn: '2027-01-01', madeBy: null },
      assignment: { personId: one.personId },
    });
    const changesOf = (told: readonly Told[] | undefined) => (told ?? []).slice(1).map(({ data }) => data);
    await streams[0]?.until((told) => told.length > 1);
    await server.keeping.translations.act(order?.id ?? '', {
      act: 'assign',
      assignment: { personId: other.personId },
    });
    await Promise.all(streams.map((stream, at) => stream.until((told) => told.length > 2 - at)));
    const told = { kind: 'order-changed', orderId: order?.id };
    expect(changesOf(streams[0]?.told)).toEqual([told, told]);
    expect(changesOf(streams[1]?.told).at(-1)).toEqual(told);
    for (const stream of streams) {
      stream.stop();
      await stream.ended;
    }
  });

  it('end when whoever listens is signed out', async () => {
    const someone = await server.as('adviser');
    const stream = await follow(someone, '/api/events');
    await server.keeping.people.endSessions(someone.personId);
    await stream.ended;
    expect((await someone.get('/api/events')).status).toBe(401);
  });
});
