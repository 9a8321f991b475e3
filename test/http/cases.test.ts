import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientNames } from '#casework/relations/people/client-names.ts';
import { humanitarianCasework } from '../support/a-case.ts';
import { FIRST_TEAM, type SignedIn, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';
import { keptCase } from '../support/kept-case.ts';

let server: TestWebServer;
let adviser: SignedIn;
let caseId: string;
beforeAll(async () => {
  server = await startTestServer();
  adviser = await server.as('adviser');
  await keptCase(server.keeping, 'dossier-12', {
    'paie.txt': 'Bulletin de paie\nSalaire net 1 412,55 euros',
    'attestation.txt': 'Attestation de domicile',
    'paie copie.txt': 'Bulletin de paie\nSalaire net 1 412,55 euros',
  });
  caseId = (await server.keeping.cases.open('dossier-12')).id;
});
afterAll(() => server?.close());

/** What a client of that name is looked up by. */
const { people } = (await humanitarianCasework()).casework;
const KEYS =
  people === undefined ? [] : clientNames({ papers: [], facts: { client: 'Oksana KOVALTCHOUK' } }, people).keys;

describe('cases', () => {
  it('are opened in a team of mine, and listed with their figures, the newest first, page by page', async () => {
    const { body: opened } = await adviser.post('/api/cases', { name: ' dossier é-1 ' });
    expect(opened).toMatchObject({ name: 'dossier é-1', state: 'open', files: { received: 0 }, judgedAt: null });
    const { body: all } = await adviser.get('/api/cases');
    expect(all.cases.map(({ name }: { name: string }) => name)).toEqual(['dossier é-1', 'dossier-12']);
    expect(all.cases[1]).toMatchObject({ files: { received: 3, accepted: 2, duplicate: 1 }, documents: { done: 3 } });
    const { body: page } = await adviser.get('/api/cases?limit=1');
    expect([page.cases.length, page.next]).toEqual([1, opened.id]);
    const { body: rest } = await adviser.get(`/api/cases?limit=1&after=${page.next}`);
    expect([rest.cases[0].name, rest.next]).toEqual(['dossier-12', null]);

    expect((await adviser.post('/api/cases', { name: 'dossier-12' })).body.error.code).toBe('case-name-taken');
    expect((await adviser.post('/api/cases', { name: '../etc' })).body.error.code).toBe('case-name-wrong');
    expect((await (await server.as('adviser', [])).post('/api/cases', { name: 'x' })).body.error.code).toBe(
      'team-needed',
    );
  });

  it('may have a name that another team’s case has, of which nobody learns by that; each is found by its id', async () => {
    await adviser.post('/api/cases', { name: 'dossier-77' });
    const team = await server.keeping.teams.add('Lille');
    const other = await server.as('adviser', [team.id]);
    const opened = await other.post('/api/cases', { name: 'dossier-77' });
    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({ name: 'dossier-77', files: { received: 0 } });
    expect((await other.post('/api/cases', { name: 'dossier-77' })).body.error.code).toBe('case-name-taken');
    const { id } = opened.body;
    expect((await other.post('/api/cases', { name: id })).body.error.code).toBe('case-name-wrong');
    // Where cases are known by name, as on the command line, it must be said which.
    await expect(server.keeping.cases.find('dossier-77')).rejects.toMatchObject({ code: 'case-name-ambiguous' });
    await expect(server.keeping.cases.open('dossier-77')).rejects.toMatchObject({ code: 'case-name-ambiguous' });
    expect((await server.keeping.cases.find(id))?.teamId).toBe(team.id);
    expect((await server.keeping.cases.open(id)).id).toBe(id);
    const nobodys = '00000000-0000-4000-8000-000000000009';
    await expect(server.keeping.cases.open(nobodys)).rejects.toMatchObject({ code: 'case-unknown' });
    // What is made of one is not of the other.
    const sent = await other.request('POST', `/api/cases/${id}/files`, {
      body: 'Attestation de Lille',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'lille.txt' },
    });
    expect(sent.status).toBe(200);
    expect((await server.keeping.files.ofCase(id)).map(({ name }) => name)).toEqual(['lille.txt']);
    const report = await other.get(`/api/cases/${id}/report.json`);
    expect([report.status, report.body.case]).toEqual([200, 'dossier-77']);
    expect(report.body.cells).toEqual([]);
    const administrator = await server.as('administrator');
    const moved = await administrator.request('PATCH', `/api/cases/${id}`, { body: { teamId: FIRST_TEAM } });
    expect(moved.body.error.code).toBe('case-name-taken');
    await server.keeping.caseFigures.move(id, (await server.keeping.teams.add('Metz')).id);
  });

  it('are seen by their team only, and by administrators', async () => {
    const team = await server.keeping.teams.add('Nantes');
    const other = await server.as('adviser', [team.id]);
    expect((await other.get('/api/cases')).body.cases).toEqual([]);
    const elsewhere = { name: 'y', teamId: '00000000-0000-4000-8000-000000000001' };
    expect((await other.post('/api/cases', elsewhere)).status).toBe(404);
    const administrator = await server.as('administrator', []);
    expect((await administrator.get(`/api/cases/${caseId}`)).body.name).toBe('dossier-12');
  });

  it('are closed and opened again', async () => {
    const { body: opened } = await adviser.post('/api/cases', { name: 'to close' });
    expect((await adviser.patch(`/api/cases/${opened.id}`, { state: 'closed' })).body.state).toBe('closed');
    expect((await adviser.get('/api/cases?state=closed')).body.cases).toHaveLength(1);
    expect((await adviser.patch(`/api/cases/${opened.id}`, { state: 'gone' })).body.error.fields).toEqual(['state']);
  });

  it('show their papers and files in the order in which they came', async () => {
    const { body } = await adviser.get(`/api/cases/${caseId}/documents`);
    expect(body.documents.map(({ file }: { file: string }) => file)).toEqual([
      'paie.txt',
      'attestation.txt',
      'paie copie.txt',
    ]);
    expect(body.documents[0]).toMatchObject({
      key: `${body.documents[0].fileId}:1`,
      status: 'done',
      type: { id: 'pay-slip', label: { fr: expect.any(String), en: expect.any(String) } },
      language: { code: 'fr', label: { fr: 'français', en: 'French' } },
      ...{ score: 80, isCopy: false, criteria: ['integration'] },
    });
    expect(body.documents[2].isCopy).toBe(true);
    const { body: files } = await adviser.get(`/api/cases/${caseId}/files`);
    expect(files.files[2]).toMatchObject({ name: 'paie copie.txt', state: 'duplicate', copyOf: 'paie.txt' });
  });

  it('are judged as of a day', async () => {
    const { body } = await adviser.get(`/api/cases/${caseId}/judgement?asOf=2026-11-26`);
    expect(body.judgement).toMatchObject({ schema: 'liasse.case/1', asOf: '2026-11-26' });
    expect(body.judgement).not.toHaveProperty('case');
    expect((await adviser.get(`/api/cases/${caseId}/judgement?asOf=yesterday`)).status).toBe(400);
  });

  it('are given as they were judged a moment ago to whoever may have that, marked, until they are judged anew', async () => {
    const path = `/api/cases/${caseId}/judgement?asOf=2026-11-25`;
    expect((await adviser.get(path)).body.isFormer).toBe(false);
    const { judging, feed } = server.web;
    const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
    Object.assign(server.web, {
      judging: {
        ...judging,
        judge: async (...wanted: Parameters<typeof judging.judge>) => {
          await isReleased;
          return judging.judge(...wanted);
        },
      },
    });
    const told: string[] = [];
    const stop = await feed.listen(({ kind, caseId: of }) => told.push(`${kind} ${of}`));
    await adviser.request('PUT', `/api/cases/${caseId}/facts`, { body: { departement: '75' } });
    const { body: former } = await adviser.get(`${path}&mayBeFormer=true`);
    expect(former.isFormer).toBe(true);
    const waiting = adviser.get(path);
    expect(told).not.toContain(`case-judgement ${caseId}`);
    release();
    expect((await waiting).body.isFormer).toBe(false);
    expect((await adviser.get(`${path}&mayBeFormer=true`)).body.isFormer).toBe(false);
    expect(told.filter((one) => one.startsWith('case-judgement'))).toEqual([`case-judgement ${caseId}`]);
    stop();
    Object.assign(server.web, { judging });
  });

  it('say that a paper names a client of another case, and which case it is only to its own team', async () => {
    const { teams, cases } = server.keeping;
    const colleague = await server.as('adviser', [(await teams.add('Rennes')).id]);
    const { body: elsewhere } = await colleague.post('/api/cases', { name: 'of another team' });
    const client = { names: ['Oksana KOVALTCHOUK'], keys: [...KEYS] };
    await cases.setClient(elsewhere.id, client);
    const { body: opened } = await adviser.post('/api/cases', { name: 'with a stray paper' });
    await keptCase(server.keeping, 'with a stray paper', {
      'lettre.txt': 'Mme Oksana Kovalchuk vient chaque semaine.',
    });
    const path = `/api/cases/${opened.id}/judgement?asOf=2026-11-26`;
    const strays = (body: { judgement: { findings: { rule: string; otherCases?: string[] }[] } }) =>
      body.judgement.findings.filter(({ rule }) => rule === 'person-other-client').map(({ otherCases }) => otherCases);
    expect(strays((await adviser.get(path)).body)).toEqual([[]]);
    const administrator = await server.as('administrator', []);
    expect(strays((await administrator.get(path)).body)).toEqual([[elsewhere.id]]);
  });

  it('are searched without a word in an address or in the log', async () => {
    const { body } = await adviser.post(`/api/cases/${caseId}/search`, { words: 'bulletin paie' });
    expect(body.found).toHaveLength(2);
    expect(body.found[0].lines[0]).toEqual({ page: 1, text: 'Bulletin de paie' });
    const rows: string[] = [];
    for await (const row of server.keeping.audit.rows()) rows.push(JSON.stringify(row));
    expect(rows.some((row) => row.includes('case-searched') && row.includes(adviser.personId))).toBe(true);
    expect(rows.some((row) => /bulletin/i.test(row))).toBe(false);
  });

  it('tell the log once who looked at them, however often the page asks', async () => {
    const someone = await server.as('adviser');
    for (const what of ['documents', 'files', 'documents', 'judgement'])
      await someone.get(`/api/cases/${caseId}/${what}`);
    const views: string[] = [];
    for await (const { action, actor, subject } of server.keeping.audit.rows())
      if (action === 'case-viewed' && actor === someone.personId) views.push(subject);
    expect(views).toEqual([caseId]);
  });
});
