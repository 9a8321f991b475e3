import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, roleSchema } from '#domain/permissions.ts';
import { anOrder } from '../support/an-order.ts';
import { type SignedIn, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';
import { createTestClient, type RequestChanges, type TestClient } from '../support/http/test-client.ts';
import { keptCase } from '../support/kept-case.ts';
import { ROUTE_TABLE, type RouteLine } from './route-table.ts';

const UNKNOWN = '22222222-2222-4222-8222-222222222222';
const UNKNOWNS: Readonly<Record<string, string>> = { documentId: `${UNKNOWN}:1`, page: '1', decisionIds: '1' };
let server: TestWebServer;
let people: Record<Role, SignedIn>;
let keys: { reading: TestClient; all: TestClient };
/** Objects of the first team or of whoever asks are found; those of others are not. */
let ids: Record<string, { own: string; others: string }>;

beforeAll(async () => {
  const pageFolder = await mkdtemp(join(tmpdir(), 'liasse-page-'));
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html>');
  server = await startTestServer({ pageFolder });
  const { keeping } = server;
  const [adviser, translator, operator, administrator] = await Promise.all(
    roleSchema.options.map((role) => server.as(role)),
  );
  if (!adviser || !translator || !operator || !administrator) throw new Error('somebody is missing');
  people = { adviser, translator, operator, administrator };
  keys = { reading: await keyOf(administrator, 'reading'), all: await keyOf(administrator, 'all') };
  const team = await keeping.teams.add('Another team');
  const someone = await server.as('adviser', [team.id]);
  const someKey = await someone.post('/api/api-keys', { name: 'k', rights: 'all', until: inADay() });
  const someSession = (await someone.get('/api/me/sessions')).body.sessions[0].id;
  ids = {
    caseId: {
      own: (await keeping.cases.open('ours')).id,
      others: (await keeping.caseFigures.open('theirs', team.id)).id,
    },
    documentId: { own: await aDocumentOf('ours'), others: await aDocumentOf('theirs') },
    page: { own: '1', others: '1' },
    decisionIds: { own: '1', others: '1' },
    // Of whoever asks there is none: that it is not found is right too, and the other's is still there afterwards.
    sessionId: { own: UNKNOWN, others: someSession },
    keyId: { own: UNKNOWN, others: someKey.body.id },
    uploadId: { own: UNKNOWN, others: await uploadOf(someone) },
    exportId: { own: UNKNOWN, others: await exportOf(someone) },
    index: { own: '0', others: '0' },
    fileId: { own: UNKNOWN, others: await fileOf(someone) },
    personId: { own: someone.personId, others: someone.personId },
    teamId: { own: team.id, others: team.id },
    invitationId: { own: UNKNOWN, others: UNKNOWN },
    orderId: {
      own: await anOrder(keeping, 'ours', translator.personId),
      others: await anOrder(keeping, 'theirs', translator.personId),
    },
    // The team has nothing to do with it: what counts is whose it is to translate.
    taskId: {
      own: await anOrder(keeping, 'ours', translator.personId),
      others: await anOrder(keeping, 'ours', (await server.as('translator')).personId),
    },
  };
});
afterAll(() => server?.close());

const LINES = Object.entries(ROUTE_TABLE);

describe('every route', () => {
  it('has a line in the table, and every line a route', () => {
    const declared = server.routes.map(({ method, url }) => lineOf(`${method} ${url}`));
    expect([...new Set(declared)].sort()).toEqual(Object.keys(ROUTE_TABLE).sort());
  });

  it.each(LINES)('%s is for nobody who is not signed in, unless it says so', async (route, line) => {
    const { status, body } = await ask(server.client(), route, line);
    if (typeof line.by === 'string')
      expect([401, 403].includes(status) && body.error.code === 'not-signed-in').toBe(false);
    else expect([status, body.error.code]).toEqual([401, 'not-signed-in']);
  });

  it.each(LINES)('%s is for the roles it says', async (route, line) => {
    for (const role of roleSchema.options) {
      const { status, body } = await ask(await clientFor(role, line), route, line);
      const mayAsk = typeof line.by === 'string' || line.by.includes(role);
      if (mayAsk) expect([role, isRefused(status, body)]).toEqual([role, false]);
      else expect([role, status, body.error.code]).toEqual([role, 403, 'not-allowed']);
    }
  });

  it.each(LINES.filter(([, { scope }]) => scope !== undefined))(
    '%s does not know what is somebody else’s',
    async (route, line) => {
      for (const role of roleSchema.options.filter((one) => line.by.includes(one))) {
        // An administrator sees the cases of all teams, but nobody’s sessions and keys, and translates in nobody’s name.
        if (role === 'administrator' && ['caseId', 'orderId', 'fileId', 'documentId'].includes(line.scope ?? ''))
          continue;
        const { status, body } = await ask(await clientFor(role, line), route, line, { whose: 'others' });
        expect([role, status, body.error.code]).toEqual([role, 404, 'not-found']);
        // Exactly as what is not there.
        const unknown = await ask(await clientFor(role, line), route, line, { whose: 'unknown' });
        expect([unknown.status, unknown.body]).toEqual([404, body]);
      }
    },
  );

  it.each(LINES)('%s is for the keys it says', async (route, line) => {
    const [reading, all] = [await ask(keys.reading, route, line), await ask(keys.all, route, line)];
    const refusals = [reading, all].map(({ status, body }) => isRefused(status, body));
    expect(refusals).toEqual({ none: [true, true], all: [true, false], reading: [false, false] }[line.keys]);
  });

  it.each(LINES.filter(([route]) => !/^(GET|HEAD) /.test(route)))(
    '%s is refused when somebody else’s page has a browser ask it',
    async (route, line) => {
      for (const headers of [
        { origin: 'https://elsewhere.example' },
        { origin: 'null' },
        { origin: undefined, 'sec-fetch-site': 'cross-site' },
        { origin: undefined, 'sec-fetch-site': 'same-site' },
      ]) {
        const { status, body } = await ask(people.administrator, route, line, { headers });
        expect([status, body.error.code]).toEqual([403, 'not-from-here']);
      }
    },
  );

  it('failed in no way that nobody foresaw', () => {
    expect(server.failures).toEqual([]);
  });
});

async function ask(
  client: TestClient,
  route: string,
  line: RouteLine,
  { whose = 'own', ...changes }: RequestChanges & { readonly whose?: 'own' | 'others' | 'unknown' } = {},
) {
  const [method = '', url = ''] = route.split(' ');
  const idOf = (name: string) =>
    whose === 'unknown' ? (UNKNOWNS[name] ?? UNKNOWN) : (ids[name]?.[whose] ?? `no-${name}`);
  const path = url.replace(/:(\w+)/g, (_, name: string) => idOf(name)).replace(/\*$/, '');
  const answer = await client.request(method, path, {
    ...(line.body === undefined ? {} : { body: line.body }),
    ...changes,
  });
  return method === 'HEAD' ? { ...answer, body: { error: { code: CODE_OF_STATUS[answer.status] ?? 'none' } } } : answer;
}

/** Answers to HEAD have no body. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = { 401: 'not-signed-in', 403: 'not-allowed', 404: 'not-found' };

/** An upload that somebody of another team has begun. */
async function uploadOf(client: TestClient): Promise<string> {
  const { id } = (await client.get('/api/cases')).body.cases[0];
  const text = (value: string) => Buffer.from(value).toString('base64');
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-length': '10',
    'upload-metadata': `caseId ${text(id)},name ${text('a.txt')}`,
  };
  const { headers: answered } = await client.request('POST', '/api/uploads', { headers });
  return answered.get('location')?.split('/').at(-1) ?? '';
}

async function exportOf(client: TestClient): Promise<string> {
  const { id } = (await client.get('/api/cases')).body.cases[0];
  return (await client.post(`/api/cases/${id}/dossier`, {})).body.id;
}

async function fileOf(client: TestClient): Promise<string> {
  const { id } = (await client.get('/api/cases')).body.cases[0];
  return (await client.request('POST', `/api/cases/${id}/files`)).body.files[0].id;
}

/** The key of a paper in the case of that name. */
async function aDocumentOf(caseName: string): Promise<string> {
  const [paper] = await keptCase(server.keeping, caseName, { 'a.txt': `Bulletin de paie de ${caseName}` });
  return `${paper?.fileId}:1`;
}

/** Somebody new where asking may sign out. */
async function clientFor(role: Role, line: RouteLine): Promise<TestClient> {
  return line.endsSession === true ? server.as(role) : people[role];
}

function isRefused(status: number, body: { error?: { code: string } }): boolean {
  const code = body?.error?.code;
  return (
    code === 'setup-needed' ||
    code === 'internal-error' ||
    (status >= 400 && code === undefined) ||
    code === 'not-signed-in' ||
    code === 'not-allowed' ||
    code === 'key-not-allowed'
  );
}

/** The page of the API has many addresses and one line. */
function lineOf(route: string): string {
  return /^(GET|HEAD) \/api\/docs/.test(route) ? 'GET /api/docs*' : route;
}

async function keyOf(client: TestClient, rights: 'reading' | 'all'): Promise<TestClient> {
  const made = await client.post('/api/api-keys', { name: rights, rights, until: inADay() });
  return createTestClient(server.url, made.body.key);
}

function inADay(): string {
  return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
}
