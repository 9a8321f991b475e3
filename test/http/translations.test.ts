import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processCase } from '#app/keeping/process-case.ts';
import { loadPipeline } from '#app/load-pipeline.ts';
import type { Reader } from '#app/reader.ts';
import { assignWaiting } from '#app/translations/assign-waiting.ts';
import { loadRouting } from '#app/translations/load-routing.ts';
import { tendTranslations } from '#app/translations/tend-translations.ts';
import { deskOf, doAllWork, keepPapers, readerBy } from '../support/archive-desk.ts';
import { frenchTranslation, spanishBirthCertificate, UNCLEAR_LETTER } from '../support/foreign-papers.ts';
import { type SignedIn, startTestServer, type TestWebServer } from '../support/http/start-test-server.ts';
import type { TestClient } from '../support/http/test-client.ts';

const COURT = 'Paris';
let server: TestWebServer;
let reader: Reader;
let [adviser, stranger, first, second]: SignedIn[] = [];
let cases = 0;

beforeAll(async () => {
  server = await startTestServer();
  reader = await readerBy(await loadPipeline('humanitarian-permit'));
  const team = await server.keeping.teams.add('Another team');
  adviser = await server.as('adviser');
  stranger = await server.as('adviser', [team.id]);
  first = await server.as('translator');
  second = await server.as('translator');
  await setProfile(first);
});
afterAll(async () => {
  await reader?.close();
  await server?.close();
});

const work = (): Promise<void> => doAllWork(deskOf(server.keeping, reader));
const me = (client: SignedIn | undefined): SignedIn => {
  if (client === undefined) throw new Error('nobody');
  return client;
};

async function setProfile(translator: SignedIn | undefined, changes = {}): Promise<void> {
  const profile = {
    pairs: [{ from: 'es', to: 'fr' }],
    sworn: { court: COURT, until: null },
    ...{ most: 20, absentUntil: null, ...changes },
  };
  await server.keeping.translations.setProfile(me(translator).personId, profile);
}

/** A case with a Spanish paper, judged; what was ordered for it. */
async function aForeignPaper() {
  cases += 1;
  const name = `case-${cases}`;
  const mark = String(4_582_100 + cases);
  await keepPapers(deskOf(server.keeping, reader), { 'acta.txt': spanishBirthCertificate(mark) }, name);
  const caseId = (await server.keeping.cases.open(name)).id;
  const [order] = (await me(adviser).get(`/api/translations?caseId=${caseId}`)).body.orders;
  return { caseId, mark, order, name };
}

function upload(client: TestClient, id: string, text: string, name = 'traduction.txt') {
  return client.request('POST', `/api/my-translations/${id}/upload`, {
    body: text,
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
  });
}

/** As far as the translator has delivered. */
async function aDelivery(text?: string) {
  const made = await aForeignPaper();
  const task = `/api/my-translations/${made.order.id}`;
  await me(first).post(`${task}/take`);
  await upload(me(first), made.order.id, text ?? frenchTranslation({ mark: made.mark }));
  await work();
  expect((await me(first).post(`${task}/deliver`, { remark: null })).status).toBe(200);
  return made;
}

describe('a case that is judged', () => {
  it('sends its foreign paper to the translator whom the rules name, until a day, and tells them nothing of the case', async () => {
    const { order } = await aForeignPaper();
    expect(order).toMatchObject({
      state: 'asked',
      type: { id: 'birth-certificate' },
      language: { code: 'es' },
      into: { code: 'fr' },
      rule: { id: 'civil-papers' },
      translator: { id: me(first).personId },
      isSworn: true,
      pageCount: 1,
    });
    expect(order.daysLeft).toBe(14);
    const { orders } = (await me(first).get('/api/my-translations')).body;
    const mine = orders.find(({ id }: { id: string }) => id === order.id);
    expect(mine.language.code).toBe('es');
    for (const hidden of ['caseId', 'caseName', 'paper', 'translator']) expect(mine).not.toHaveProperty(hidden);
    expect((await me(second).get('/api/my-translations')).body.orders).toEqual([]);
  });

  it('orders nothing twice, however often it is judged', async () => {
    const { caseId } = await aForeignPaper();
    await processCase({ subject: caseId }, server.keeping);
    await Promise.all([1, 2].map(() => processCase({ subject: caseId }, server.keeping)));
    expect((await me(adviser).get(`/api/translations?caseId=${caseId}`)).body.orders).toHaveLength(1);
  });

  it('cancels the order by itself when the translation arrives by another way', async () => {
    const { caseId, mark, order, name } = await aForeignPaper();
    await keepPapers(deskOf(server.keeping, reader), { 'traduction.txt': frenchTranslation({ mark }) }, name);
    const [after] = (await me(adviser).get(`/api/translations?caseId=${caseId}`)).body.orders;
    expect(after).toMatchObject({ id: order.id, state: 'cancelled', because: 'translation-arrived' });
    expect((await me(first).get(`/api/my-translations/${order.id}`)).status).toBe(404);
    expect(await flagsOf(caseId)).not.toContain('needs-translation');
  });

  it('orders nothing, and keeps no flag, of a paper whose translation came with it', async () => {
    const papers = {
      'acta.txt': spanishBirthCertificate('4582999'),
      'traduction.txt': frenchTranslation({ mark: '4582999' }),
    };
    await keepPapers(deskOf(server.keeping, reader), papers, 'complete');
    const { id: caseId } = await server.keeping.cases.open('complete');
    expect((await me(adviser).get(`/api/translations?caseId=${caseId}`)).body.orders).toEqual([]);
    expect(await flagsOf(caseId)).not.toContain('needs-translation');
    // The paper itself says what it said: only beside its translation it needs none.
    const [original] = await server.keeping.results.ofCase(caseId);
    expect(original?.judgement.record.flags.map(({ code }) => code)).toContain('needs-translation');
  });

  it('gives what waited to a translator whose profile is filled in, or who says that they are back', async () => {
    await setProfile(first, { pairs: [] });
    const { order } = await aForeignPaper();
    expect(order).toMatchObject({ state: 'to-assign', because: 'no-pair' });
    const administrator = await server.as('administrator');
    const profile = { pairs: [{ from: 'es', to: 'fr' }], sworn: { court: COURT, until: null }, most: 20 };
    const path = `/api/translators/${me(first).personId}`;
    const away = await administrator.request('PUT', path, { body: { ...profile, absentUntil: '2999-01-01' } });
    expect(away.status).toBe(200);
    expect((await me(adviser).get(`/api/translations/${order.id}`)).body.order.state).toBe('to-assign');
    await me(first).request('PATCH', '/api/my-translations/profile', { body: { absentUntil: null, most: 20 } });
    const { order: now, history } = (await me(adviser).get(`/api/translations/${order.id}`)).body;
    expect(now).toMatchObject({ state: 'asked', because: null, translator: { id: me(first).personId } });
    // By the rules: nobody chose it.
    expect(history.at(-1)).toMatchObject({ kind: 'assigned', by: null });
  });

  it('gives what waited to one translator only, however many servers look', async () => {
    await setProfile(first, { absentUntil: '2999-01-01' });
    const { order } = await aForeignPaper();
    await setProfile(first);
    const routing = await loadRouting('humanitarian-permit');
    const given = await Promise.all([1, 2, 3].map(() => assignWaiting(server.keeping, routing, '2026-11-26')));
    expect(given.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    const kinds = (await server.keeping.translations.history(order.id)).map(({ kind }) => kind);
    expect(kinds).toEqual(['made', 'left-open', 'assigned']);
  });

  it('asks a person when nobody can, and says why', async () => {
    await setProfile(first, { absentUntil: '2999-01-01' });
    const { order } = await aForeignPaper();
    await setProfile(first);
    expect(order).toMatchObject({ state: 'to-assign', because: 'all-absent', translator: null });
    const again = await me(adviser).post(`/api/translations/${order.id}/assign`, {});
    expect(again.body).toMatchObject({ state: 'asked', translator: { id: me(first).personId } });
  });

  it('asks a person when the language of a paper is unclear, who says what it is', async () => {
    await keepPapers(deskOf(server.keeping, reader), { 'carta.txt': UNCLEAR_LETTER }, 'unclear');
    const { id: caseId } = await server.keeping.cases.open('unclear');
    const [order] = (await me(adviser).get(`/api/translations?caseId=${caseId}`)).body.orders;
    expect(order).toMatchObject({ state: 'to-assign', because: 'language-unclear', language: null });
    const path = `/api/translations/${order.id}/assign`;
    const wrong = await me(adviser).post(path, { translatorId: me(first).personId, language: 'ti' });
    expect(wrong.body.error.code).toBe('translator-unfit');
    const asked = await me(adviser).post(path, { translatorId: me(first).personId, language: 'es' });
    expect(asked.body).toMatchObject({ state: 'asked', because: null, language: { code: 'es' } });
  });

  it('does not order again what a person cancelled', async () => {
    const { caseId, order } = await aForeignPaper();
    expect((await me(adviser).post(`/api/translations/${order.id}/cancel`)).body.state).toBe('cancelled');
    await processCase({ subject: caseId }, server.keeping);
    expect((await me(adviser).get(`/api/translations?caseId=${caseId}`)).body.orders).toHaveLength(1);
  });
});

describe('a translator', () => {
  it('sees the pages of the order, no other page and no other order, and every look is in the log', async () => {
    const { order } = await aForeignPaper();
    const seen = await me(first).get(`/api/my-translations/${order.id}`);
    expect(seen.body.original[0].lines.join(' ')).toContain('ACTA DE NACIMIENTO');
    expect(JSON.stringify(seen.body)).not.toContain('acta.txt');
    expect((await me(first).get(`/api/my-translations/${order.id}/pages/2/image`)).status).toBe(404);
    for (const path of ['', '/pages/1/image', '/upload', '/upload/pages/1/image'])
      expect((await me(second).get(`/api/my-translations/${order.id}${path}`)).status).toBe(404);
    for (const path of [`/api/cases`, `/api/translations/${order.id}`, '/api/translations'])
      expect((await me(first).get(path)).status).toBe(403);
    const log = await Array.fromAsync(server.keeping.audit.rows());
    expect(log.filter(({ actor }) => actor === me(first).personId).at(-1)?.action).toBe('document-viewed');
  });

  it('takes it, uploads, is told of the date that differs, and delivers only with a remark', async () => {
    const { order, mark } = await aForeignPaper();
    const task = `/api/my-translations/${order.id}`;
    expect((await upload(me(first), order.id, 'x')).body.error.code).toBe('order-moved-on');
    expect((await me(first).post(`${task}/take`)).body.state).toBe('taken');
    expect((await me(first).post(`${task}/deliver`, { remark: null })).body.error.code).toBe('upload-missing');
    expect((await upload(me(first), order.id, frenchTranslation({ born: '12 avril 1978', mark }))).status).toBe(200);
    expect((await me(first).post(`${task}/deliver`, { remark: null })).body.error.code).toBe('upload-not-read');
    await work();
    const { upload: uploaded } = (await me(first).get(task)).body;
    // What is not delivered is the translator's own.
    expect((await me(adviser).get(`/api/translations/${order.id}`)).body.upload).toBeNull();
    expect((await me(adviser).get(`/api/translations/${order.id}/upload`)).status).toBe(404);
    expect(uploaded.differences).toEqual([
      expect.objectContaining({
        ...{ kind: 'day', verdict: 'differs', original: '1987-04-12', translation: '1978-04-12' },
        originalPlace: expect.objectContaining({ page: 1 }),
      }),
    ]);
    expect((await me(first).post(`${task}/deliver`, { remark: ' ' })).body.error.code).toBe('remark-needed');
    const delivered = await me(first).post(`${task}/deliver`, { remark: 'So it stands in the register.' });
    expect(delivered.body.state).toBe('delivered');
    // Once more is once too often.
    expect((await me(first).post(`${task}/deliver`, { remark: null })).status).toBe(409);
    expect((await upload(me(first), order.id, 'x')).body.error.code).toBe('order-moved-on');
    const view = (await me(adviser).get(`/api/translations/${order.id}`)).body;
    expect(view.upload).toMatchObject({ remark: 'So it stands in the register.', isDelivered: true });
    expect(view.history.map(({ kind }: { kind: string }) => kind)).toEqual([
      'made',
      'assigned',
      'taken',
      'uploaded',
      'delivered',
    ]);
  });

  it('is told that what they uploaded is in the language of the original', async () => {
    const { order, mark } = await aForeignPaper();
    const task = `/api/my-translations/${order.id}`;
    await me(first).post(`${task}/take`);
    await upload(me(first), order.id, spanishBirthCertificate(mark));
    await work();
    const { differences } = (await me(first).get(task)).body.upload;
    expect(differences[0]).toMatchObject({ kind: 'into', verdict: 'differs', original: 'fr', translation: 'es' });
    expect((await me(first).post(`${task}/deliver`, { remark: null })).body.error.code).toBe('remark-needed');
  });

  it('gives it back with a reason: the next one is asked, and then a person', async () => {
    await setProfile(second);
    const { order } = await aForeignPaper();
    const [one, other] = order.translator.id === me(first).personId ? [first, second] : [second, first];
    await me(one).post(`/api/my-translations/${order.id}/decline`, { reason: 'Too long for me.' });
    expect((await me(one).get(`/api/my-translations/${order.id}`)).status).toBe(404);
    const passed = (await me(adviser).get(`/api/translations/${order.id}`)).body;
    expect(passed.order).toMatchObject({ state: 'asked', translator: { id: me(other).personId } });
    await me(other).post(`/api/my-translations/${order.id}/decline`, { reason: 'Nor for me.' });
    const left = (await me(adviser).get(`/api/translations/${order.id}`)).body;
    expect(left.order).toMatchObject({ state: 'to-assign', because: 'all-declined', translator: null });
    expect(left.history.at(-1)).toMatchObject({ kind: 'declined', text: 'Nor for me.' });
    await setProfile(second, { pairs: [] });
  });

  it('can’t upload an archive, nothing, or more than there is room for', async () => {
    const { order } = await aForeignPaper();
    await me(first).post(`/api/my-translations/${order.id}/take`);
    expect((await upload(me(first), order.id, '')).body.error.code).toBe('empty-file');
    const tooMuch = await upload(me(first), order.id, 'x'.repeat(26 * 1024 * 1024));
    expect(tooMuch.body.error.code).toBe('request-too-large');
  });

  it('says until when they are away', async () => {
    const away = await me(first).patch('/api/my-translations/profile', { absentUntil: '2026-12-24', most: 3 });
    expect(away.body).toMatchObject({ absentUntil: '2026-12-24', most: 3, sworn: { court: COURT } });
    await setProfile(first);
  });
});

describe('an adviser', () => {
  it('sends it back with a reason, which the translator sees', async () => {
    const { order } = await aDelivery();
    const back = await me(adviser).post(`/api/translations/${order.id}/send-back`, { reason: 'The seal is missing.' });
    expect(back.body).toMatchObject({ state: 'sent-back', sentBack: 1 });
    const seen = (await me(first).get(`/api/my-translations/${order.id}`)).body;
    expect(seen.sentBackBecause).toBe('The seal is missing.');
    expect((await me(adviser).post(`/api/translations/${order.id}/accept`)).body.error.code).toBe('order-moved-on');
    // The same upload is no second delivery.
    const again = await me(first).post(`/api/my-translations/${order.id}/deliver`, { remark: null });
    expect(again.body.error.code).toBe('upload-missing');
  });

  it('accepts it: the pair is filed together, the case is judged again, and the paper needs no translation', async () => {
    const { caseId, order } = await aDelivery();
    expect(await flagsOf(caseId)).toContain('needs-translation');
    const accepted = await me(adviser).post(`/api/translations/${order.id}/accept`);
    expect(accepted.body).toMatchObject({ state: 'accepted', isFiled: true });
    await work();
    const { judgement } = (await me(adviser).get(`/api/cases/${caseId}/judgement`)).body;
    expect(judgement.relations.translations).toEqual([
      { original: order.paper, translation: expect.any(String), confidence: 1 },
    ]);
    expect(await flagsOf(caseId)).not.toContain('needs-translation');
    expect((await me(adviser).get(`/api/translations?caseId=${caseId}`)).body.orders).toHaveLength(1);
    expect((await me(adviser).post(`/api/translations/${order.id}/accept`)).status).toBe(409);
    expect((await me(first).get(`/api/my-translations/${order.id}`)).status).toBe(404);
  });

  it('accepts it once, even when two do at the same time', async () => {
    const { caseId, order } = await aDelivery();
    await Promise.all([1, 2, 3].map(() => me(adviser).post(`/api/translations/${order.id}/accept`)));
    await work();
    const { files } = (await me(adviser).get(`/api/cases/${caseId}/files`)).body;
    expect(files.filter(({ state }: { state: string }) => state === 'accepted')).toHaveLength(2);
  });

  it('finds it filed after a crash between accepting and filing', async () => {
    const { caseId, order } = await aDelivery();
    await server.keeping.translations.act(order.id, { act: 'accept' });
    expect((await me(adviser).get(`/api/translations/${order.id}`)).body.order.isFiled).toBe(false);
    await tendTranslations(server.keeping, 'humanitarian-permit', '2026-11-26');
    await tendTranslations(server.keeping, 'humanitarian-permit', '2026-11-26');
    await work();
    expect((await me(adviser).get(`/api/translations/${order.id}`)).body.order.isFiled).toBe(true);
    expect((await me(adviser).get(`/api/cases/${caseId}/files`)).body.files).toHaveLength(2);
  });

  it('orders by hand, whom they choose, and only those who can', async () => {
    const { caseId, order } = await aForeignPaper();
    const paper = { caseId, paper: order.paper, isSworn: true, dueOn: '2027-01-15' };
    const byHand = { ...paper, translatorId: me(first).personId };
    expect((await me(adviser).post('/api/translations', byHand)).body.error.code).toBe('order-open');
    await me(adviser).post(`/api/translations/${order.id}/cancel`);
    const unfit = await me(adviser).post('/api/translations', { ...paper, translatorId: me(second).personId });
    expect(unfit.body.error.code).toBe('translator-unfit');
    const made = await me(adviser).post('/api/translations', byHand);
    expect(made.body).toMatchObject({ state: 'asked', dueOn: '2027-01-15', rule: null });
    expect((await me(stranger).post('/api/translations', byHand)).status).toBe(404);
  });

  it('of another team finds none of it', async () => {
    const { caseId, order } = await aForeignPaper();
    expect((await me(stranger).get('/api/translations')).body.orders).toEqual([]);
    for (const path of [`/${order.id}`, `?caseId=${caseId}`, `/${order.id}/pages/1/image`, `/${order.id}/upload`])
      expect((await me(stranger).get(`/api/translations${path}`)).status).toBe(404);
    for (const act of ['accept', 'cancel', 'assign'])
      expect((await me(stranger).post(`/api/translations/${order.id}/${act}`, {})).status).toBe(404);
  });

  it('sees what each translator does, and how it goes', async () => {
    const { translators } = (await me(adviser).get('/api/translators')).body;
    const row = translators.find(({ id }: { id: string }) => id === me(first).personId);
    expect(row).toMatchObject({ isSworn: true, profile: { sworn: { court: COURT } } });
    const [figures] = row.figures;
    expect(figures).toMatchObject({ from: { code: 'es' }, into: { code: 'fr' } });
    expect(figures.accepted).toBeGreaterThan(0);
    expect(figures.sentBack).toBeGreaterThan(0);
    expect((await me(adviser).request('PUT', `/api/translators/${row.id}`, { body: row.profile })).status).toBe(403);
  });
});

describe('all of it', () => {
  it('failed in no way that nobody foresaw', () => {
    expect(server.failures).toEqual([]);
  });
});

describe('reminders', () => {
  it('come on their day, each once, and stand in the inbox', async () => {
    const { order } = await aForeignPaper();
    const dayBefore = shifted(order.dueOn, -1);
    const tend = (day: string) => tendTranslations(server.keeping, 'humanitarian-permit', day);
    expect(await tend(shifted(order.dueOn, -10))).toBe(0);
    expect(await tend(dayBefore)).toBeGreaterThan(0);
    expect(await tend(dayBefore)).toBe(0);
    const { orders } = (await me(first).get('/api/my-translations')).body;
    expect(orders.find(({ id }: { id: string }) => id === order.id).remindedOn).toBe(dayBefore);
  });
});

async function flagsOf(caseId: string): Promise<string[]> {
  const { documents } = (await me(adviser).get(`/api/cases/${caseId}/documents`)).body;
  return documents.flatMap(({ flags }: { flags: { code: string }[] }) => flags.map(({ code }) => code));
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
