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
  readonly data: { kind?: string; caseId?: string };
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

  it('end when whoever listens is signed out', async () => {
    const someone = await server.as('adviser');
    const stream = await follow(someone, '/api/events');
    await server.keeping.people.endSessions(someone.personId);
    await stream.ended;
    expect((await someone.get('/api/events')).status).toBe(401);
  });
});
