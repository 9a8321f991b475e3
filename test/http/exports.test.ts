import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';
import { keptCase } from '../support/kept-case.ts';

let server: TestWebServer;
let adviser: SignedIn;
let caseId: string;
beforeAll(async () => {
  server = await startTestServer();
  adviser = await server.as('adviser');
  await keptCase(server.keeping, 'dossier é', {
    'paie.txt': 'Bulletin de paie\nSalaire net 1 412,55 euros',
    'attestation.txt': 'Attestation de domicile',
  });
  caseId = (await server.keeping.cases.open('dossier é')).id;
});
afterAll(() => server?.close());

async function exported(): Promise<string[]> {
  const rows: string[] = [];
  for await (const { action, actor, detail, subject } of server.keeping.audit.rows())
    if (action === 'case-exported') rows.push(`${actor === adviser.personId} ${subject === caseId} ${detail}`);
  return rows;
}

describe('exports', () => {
  it('are attachments that run nothing, and the log is told of each', async () => {
    const html = await adviser.get(`/api/cases/${caseId}/report.html?language=en`);
    expect(html.status).toBe(200);
    expect(html.body).toContain('<html lang="en"');
    expect(Object.fromEntries(html.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="dossier e-report.html"; filename*=UTF-8''dossier%20%C3%A9-report.html`,
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const json = await adviser.get(`/api/cases/${caseId}/report.json?asOf=2026-11-23`);
    expect(json.body).toMatchObject({ schema: 'liasse.case/1', asOf: '2026-11-23' });
    const calendar = await adviser.get(`/api/cases/${caseId}/calendar.ics`);
    expect(calendar.headers.get('content-disposition')).toContain('.ics');
    expect(calendar.body).toContain('BEGIN:VCALENDAR');
    expect(await exported()).toEqual([
      'true true {"format":"html","what":"report"}',
      'true true {"format":"json","what":"report"}',
      'true true {"format":"ics","what":"calendar"}',
    ]);
  });

  it('say what is wrong with what was asked', async () => {
    expect((await adviser.get(`/api/cases/${caseId}/report.html?asOf=tomorrow`)).body.error).toMatchObject({
      ...{ code: 'wrong-request', fields: ['asOf'] },
    });
  });
});

describe('a dossier', () => {
  it('is begun, looked at until it is made, and fetched file by file by whoever asked for it', async () => {
    const begun = await adviser.post(`/api/cases/${caseId}/dossier`, { language: 'fr' });
    expect([begun.status, begun.body.state]).toEqual([202, 'making']);
    const url = `/api/cases/${caseId}/dossier/${begun.body.id}`;
    expect((await adviser.post(`/api/cases/${caseId}/dossier`, {})).body.error.code).toBe('export-under-way');
    const made = await madeOf(url);
    expect(made).toMatchObject({ state: 'ready', failure: null, waiting: 0 });
    expect(made.files.map(({ kind }: { kind: string }) => kind)).toEqual(['pdf', 'xlsx', 'csv']);
    const [pdf] = made.files;
    const { headers, body } = await adviser.get(`${url}/files/0`);
    expect([headers.get('content-type'), Number(headers.get('content-length'))]).toEqual([
      'application/pdf',
      pdf.sizeBytes,
    ]);
    expect(body).toMatch(/^%PDF-/);
    expect((await adviser.get(`${url}/files/9`)).status).toBe(404);
    expect((await adviser.get(`/api/cases/${caseId}/dossier`)).body.exports).toEqual([made]);

    const colleague = await server.as('adviser');
    expect((await colleague.get(url)).status).toBe(404);
    expect((await colleague.get(`${url}/files/0`)).status).toBe(404);
    expect((await colleague.get(`/api/cases/${caseId}/dossier`)).body.exports).toEqual([]);
  });

  it('that can’t be made says why', async () => {
    const { body: empty } = await adviser.post('/api/cases', { name: 'empty' });
    const { body: begun } = await adviser.post(`/api/cases/${empty.id}/dossier`, {});
    const url = `/api/cases/${empty.id}/dossier/${begun.id}`;
    expect(await madeOf(url)).toMatchObject({ state: 'failed', failure: { code: 'nothing-to-annex' } });
    expect((await adviser.get(`${url}/files/0`)).body.error.code).toBe('export-not-ready');
  });
});

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every kind
async function madeOf(url: string): Promise<any> {
  for (let tries = 0; tries < 300; tries += 1) {
    const { body } = await adviser.get(url);
    if (body.state !== 'making') return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it was not made');
}
