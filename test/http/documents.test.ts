import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentView } from '#http/contract/documents.ts';
import { printedPdf, scannedPage } from '../support/dossier-originals.ts';
import { type SignedIn, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';
import { keptScan } from '../support/kept-scan.ts';

const PAY = `ASSOCIATION LES RIVES
4 quai du Port, 13002 Marseille
BULLETIN DE PAIE
Période du 01/03/2026 au 31/03/2026
Salaire brut 1 812,00
Net à payer 1 412,55
Date de paiement : 31/03/2026`;
const CERTIFICATE = `Docteur Hélène Marchand
Médecin généraliste
CERTIFICAT MÉDICAL
Je soussignée, docteur en médecine, certifie avoir examiné ce jour Madame A. B.
Elle suit un traitement par sertraline 50 mg.
Fait à Lyon, le 14 mars 2026`;
const ARABIC = 'شهادة طبية\nأشهد أنا الطبيب الموقع أدناه\nالدار البيضاء';

let server: TestWebServer;
let adviser: SignedIn;
let scan: string;
let photo: string;
let theirs: string;

beforeAll(async () => {
  server = await startTestServer();
  adviser = await server.as('adviser');
  const { keeping } = server;
  const pdf = await printedPdf([PAY, CERTIFICATE, 'page 3'].map((text) => text.slice(0, 20).replaceAll(/\W/g, ' ')));
  const text = `${PAY}\f${CERTIFICATE}\f${CERTIFICATE.replace('14 mars', '20 avril')}`;
  scan = await keptScan(keeping, 'dossier-1', {
    name: 'client/scan é".pdf',
    bytes: pdf,
    mediaType: 'application/pdf',
    text,
  });
  photo = await keptScan(keeping, 'dossier-1', {
    ...{ name: 'photo.jpg', bytes: await scannedPage({ orientation: 6 }), mediaType: 'image/jpeg', text: ARABIC },
  });
  const team = await keeping.teams.add('Nantes');
  await keeping.caseFigures.open('leur dossier', team.id);
  theirs = await keptScan(keeping, 'leur dossier', {
    ...{ name: 'x.txt', bytes: Buffer.from('x'), mediaType: 'text/plain', text: PAY },
  });
});
afterAll(() => server?.close());

const read = async (key: string): Promise<DocumentView> => (await adviser.get(`/api/documents/${key}`)).body;
const decide = (key: string, body: unknown) => adviser.post(`/api/documents/${key}/decisions`, body);
const correct = (field: string, value: string | null) => ({ decisions: [{ kind: 'correct', field, value }] });
const rangesOf = ({ siblings }: DocumentView) => siblings.map(({ pages }) => `${pages.from}-${pages.to}`);

describe('a paper', () => {
  it('is shown with all that is said of it, and with where it stands', async () => {
    const view = await read(`${photo}:1`);
    expect(view).toMatchObject({ key: `${photo}:1`, caseName: 'dossier-1', hasPictures: true, decisions: [] });
    expect(view.record.schema).toBe('liasse.document/1');
    expect(view.labels.types[view.record.type?.id ?? '']).toEqual({ fr: expect.any(String), en: expect.any(String) });
    const { position, count, previous, next } = view.neighbours;
    expect([position, next]).toEqual([count, null]);
    expect((await read(previous ?? '')).neighbours.next).toBe(view.key);
  });

  it('is not there for other teams, for translators, and under what is no key', async () => {
    expect((await adviser.get(`/api/documents/${theirs}:1`)).status).toBe(404);
    const translator = await server.as('translator');
    expect((await translator.get(`/api/documents/${scan}:1`)).status).toBe(403);
    for (const key of [
      '..%2f..%2fetc',
      `${scan}:0`,
      `${scan}:99`,
      `${scan}`,
      '%00:1',
      `${scan}:1/pages/0`,
      `${scan}:1/pages/1e9`,
    ])
      expect([key, (await adviser.get(`/api/documents/${key}`)).status]).toEqual([key, 404]);
  });

  it('tells the log that it was looked at, once', async () => {
    const other = await server.as('adviser');
    for (const path of ['', '/history', '/pages/1']) await other.get(`/api/documents/${photo}:1${path}`);
    const rows = await Array.fromAsync(server.keeping.audit.rows({}));
    const looks = rows.filter(({ actor, action }) => actor === other.personId && action === 'document-viewed');
    // By the key, as orders of translations tell it: the same bytes in another case are another paper.
    expect(looks.map(({ subject }) => subject)).toEqual([`${photo}:1`]);
    const caseId = (await server.keeping.files.find(photo))?.caseId ?? '';
    const ofCase = await Array.fromAsync(server.keeping.audit.rows({ caseId }));
    expect(ofCase.filter(({ actor }) => actor === other.personId).map(({ action }) => action)).toContain(
      'document-viewed',
    );
  });
});

describe('a page', () => {
  it('has its words with their places, and their direction', async () => {
    const { body } = await adviser.get(`/api/documents/${photo}:1/pages/1`);
    expect(body.lines.map(({ direction }: { direction: string }) => direction)).toEqual(['rtl', 'rtl', 'rtl']);
    expect(body.lines[0].words[0]).toEqual({ text: 'شهادة', box: expect.any(Array) });
    expect(body.ratio).toBeGreaterThan(1);
  });

  it('is drawn upright, as wide as asked for, and need not be sent twice', async () => {
    const picture = `/api/documents/${photo}:1/pages/1/image?width=240`;
    const response = await fetch(`${server.url}${picture}`, { headers: { cookie: cookieOf(adviser) } });
    expect(response.headers.get('content-type')).toBe('image/webp');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    // The photo lies on its side, as its EXIF says; no more is left of that, or of where it was taken.
    const metadata = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([metadata.width, metadata.orientation, metadata.exif]).toEqual([240, undefined, undefined]);
    const again = await adviser.request('GET', picture, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    const other = await server.as('adviser', []);
    const stolen = await other.request('GET', picture, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(stolen.status).toBe(404);
    expect((await adviser.get(`/api/documents/${photo}:1/pages/1/image?width=100000`)).status).toBe(400);
    expect((await adviser.get(`/api/documents/${photo}:1/pages/2/image`)).status).toBe(404);
  });

  it('of a PDF is drawn too, and the server answers others meanwhile', async () => {
    const drawn = adviser.get(`/api/documents/${scan}:1/pages/1/image?width=1600`);
    const startedAt = performance.now();
    expect((await adviser.get('/api/me')).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect((await drawn).status).toBe(200);
  });

  it('comes as it was received, as an attachment whose name breaks nothing', async () => {
    const { headers, status } = await adviser.get(`/api/documents/${scan}:1/original`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="scan __.pdf"; filename*=UTF-8''scan%20%C3%A9%22.pdf`,
    );
  });
});

describe('a decision', () => {
  it('is in force at once, is known by who made it, and can be taken back', async () => {
    const key = `${photo}:1`;
    const before = await read(key);
    const { body, status } = await decide(key, correct('type', 'birth-certificate'));
    expect(status).toBe(200);
    expect(body.document.record).toMatchObject({ type: { id: 'birth-certificate', confidence: 1 }, decided: ['type'] });
    const [shown] = body.document.decisions;
    expect(shown).toMatchObject({ field: 'type', value: 'birth-certificate', by: 'A adviser' });
    expect(shown.was).toBe(before.record.type?.id);
    const { body: after } = await adviser.delete(`/api/documents/${key}/decisions/${body.decisionIds}`);
    expect(after.record).toEqual(before.record);
    expect(after.decisions).toEqual([]);
  });

  it('gives way to the one before when it is taken back, and cannot be taken back past a later one', async () => {
    const key = `${photo}:1`;
    const { body: first } = await decide(key, correct('issueDate', '2025-03'));
    const { body: second } = await decide(key, correct('issueDate', null));
    expect(second.document.record.issueDate).toBeNull();
    const late = await adviser.delete(`/api/documents/${key}/decisions/${first.decisionIds}`);
    expect([late.status, late.body.error.code]).toEqual([409, 'decision-overtaken']);
    const { body: after } = await adviser.delete(`/api/documents/${key}/decisions/${second.decisionIds}`);
    expect(after.record.issueDate.iso).toBe('2025-03');
  });

  it('says what the paper can be said to be, and nothing else', async () => {
    for (const body of [
      ...[correct('type', 'no-such-type'), correct('type', null), correct('issueDate', '2025-02-30')],
      ...[correct('language', 'français'), correct('weight', '1'), correct('issuer', ' ')],
      ...[{ decisions: [] }, { cutAt: 1 }, {}, { cutAt: 2, joinAt: 2 }],
      { decisions: [{ kind: 'dismiss', flag: 'no-such-flag', reason: 'x' }] },
      { decisions: [{ kind: 'dismiss', flag: 'undated', reason: '' }] },
    ])
      expect([body, (await decide(`${photo}:1`, body)).body.error?.code]).toEqual([body, 'wrong-request']);
    const other = await server.as('adviser', []);
    expect((await other.post(`/api/documents/${photo}:1/decisions`, correct('issuer', null))).status).toBe(404);
    expect((await adviser.delete(`/api/documents/${photo}:1/decisions/999999`)).status).toBe(404);
  });

  it('dismisses a flag with a reason: the paper is worth more, until that is taken back', async () => {
    const { siblings } = await read(`${scan}:1`);
    const key = siblings.at(-1)?.key ?? '';
    const before = await read(key);
    const flag = before.record.flags.find(({ severity }) => severity === 'weak')?.code;
    const dismissing = { decisions: [{ kind: 'dismiss', flag, reason: 'La signature est au verso.' }] };
    const { body } = await decide(key, dismissing);
    const { record } = body.document;
    expect(record.flags.map(({ code }: { code: string }) => code)).not.toContain(flag);
    expect(record.dismissed).toMatchObject([{ code: flag, reason: 'La signature est au verso.' }]);
    expect(record.score).toBeGreaterThan(before.record.score ?? 100);
    const { body: after } = await adviser.delete(`/api/documents/${key}/decisions/${body.decisionIds}`);
    expect(after.record).toEqual(before.record);
  });

  it('holds also when somebody else decides at the same moment', async () => {
    const key = `${photo}:1`;
    const other = await server.as('adviser');
    const answers = await Promise.all([
      decide(key, correct('type', 'medical-certificate')),
      other.post(`/api/documents/${key}/decisions`, correct('issuer', 'Hôpital Nord')),
      decide(key, correct('language', 'ar')),
      other.post(`/api/documents/${key}/decisions`, correct('issueDate', '2025-01-31')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { record, decisions } = await read(key);
    expect([record.type?.id, record.letterhead?.issuer, record.issueDate?.iso]).toEqual([
      ...['medical-certificate', 'Hôpital Nord', '2025-01-31'],
    ]);
    expect(decisions).toHaveLength(4);
    expect(record.decided).toEqual(['type', 'issueDate', 'issuer', 'language']);
  });
});

describe('a scan', () => {
  it('is cut and joined, and taking that back leaves everything as it was', async () => {
    const first = await read(`${scan}:1`);
    const before = rangesOf(first);
    const last = first.siblings.at(-1);
    if (last === undefined || first.siblings.length < 2) throw new Error('the scan should have been cut');
    const { body: joined } = await decide(`${scan}:1`, { joinAt: last.pages.from });
    expect(rangesOf(joined.document)).toHaveLength(before.length - 1);
    // An address from before leads to where that page is now.
    expect((await read(last.key)).key).not.toBe(last.key);
    const { body: cut } = await decide(last.key, { cutAt: last.pages.from });
    expect(rangesOf(cut.document)).toEqual(before);
    expect(cut.document.key).toBe(last.key);
    for (const { decisionIds } of [cut, joined])
      await adviser.delete(`/api/documents/${scan}:1/decisions/${decisionIds}`);
    expect(rangesOf(await read(`${scan}:1`))).toEqual(before);
    expect((await read(last.key)).record.cut?.decided).toBe(false);
    expect((await decide(`${scan}:1`, { cutAt: 99 })).status).toBe(422);
    expect((await decide(`${scan}:1`, { joinAt: 99 })).status).toBe(422);
  });

  it('is in order when it is cut and corrected at the same moment', async () => {
    const { siblings } = await read(`${scan}:1`);
    const second = siblings[1];
    if (second === undefined) throw new Error('the scan should have been cut');
    const [cut, corrected] = await Promise.all([
      decide(second.key, { joinAt: second.pages.from }),
      decide(`${scan}:1`, correct('type', 'work-contract')),
    ]);
    expect([cut.status, corrected.status]).toEqual([200, 200]);
    const now = await read(`${scan}:1`);
    const pages = now.siblings.flatMap(({ pages: { from, to } }) =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at),
    );
    expect(pages).toEqual([1, 2, 3]);
    expect(now.siblings).toHaveLength(siblings.length - 1);
    await adviser.delete(`/api/documents/${scan}:1/decisions/${cut.body.decisionIds}`);
    // What was said of the paper as it was holds again when it is as it was.
    expect((await read(`${scan}:1`)).record.type?.id).toBe('work-contract');
  });
});

it('that is asked about a page inside it can be kept together for good', async () => {
  const { body } = await decide(`${scan}:1`, { joinAt: 2 });
  const { body: kept } = await decide(`${scan}:1`, { joinAt: 2 });
  expect(rangesOf(kept.document)).toEqual(rangesOf(body.document));
  expect(kept.document.record.proposedCuts).toEqual([]);
  await adviser.delete(`/api/documents/${scan}:1/decisions/${kept.decisionIds},${body.decisionIds}`);
});

describe('the history', () => {
  it('says what changed, when, by whom, and by which knowledge, the newest first', async () => {
    const { body } = await adviser.get(`/api/documents/${photo}:1/history`);
    const kinds = body.entries.map(({ kind }: { kind: string }) => kind);
    expect(kinds.at(-1)).toBe('received');
    const decided = body.entries.find(({ kind }: { kind: string }) => kind === 'decided');
    expect(decided.decision.by).toBe('A adviser');
    const judged = body.entries.find(({ kind }: { kind: string }) => kind === 'judged');
    expect(judged).toMatchObject({ pipeline: { id: 'humanitarian-permit' }, runId: null });
    expect(body.entries.map(({ at }: { at: string }) => at)).toEqual(
      body.entries
        .map(({ at }: { at: string }) => at)
        .sort()
        .reverse(),
    );
  });
});

it('failed in no way that nobody foresaw', () => {
  expect(server.failures).toEqual([]);
});

function cookieOf({ cookies }: SignedIn): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
