import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import type { ArrivedFile } from '#ports/kept-files.ts';
import type { FileResult } from '#ports/kept-results.ts';
import { aRecord } from '../support/a-record.ts';

const HASH = 'a'.repeat(64);
const OTHER_HASH = 'b'.repeat(64);

function arrived(changes: Partial<ArrivedFile> = {}): ArrivedFile {
  return {
    name: 'scan.pdf',
    sha256: HASH,
    mediaType: 'application/pdf',
    sizeBytes: 10,
    isContainer: false,
    failure: null,
    asOf: '2026-11-26',
    via: 'intake',
    ...changes,
  };
}

/** What the tables of keeping promise, on every database. */
export function keepingContract(
  name: string,
  open: () => Promise<{ readonly keeping: Keeping; close(): Promise<void> }>,
): void {
  describe(`what is kept (${name})`, () => {
    let keeping: Keeping;
    let close: () => Promise<void>;
    let caseId: string;
    let caseName: string;
    beforeAll(async () => {
      ({ keeping, close } = await open());
    });
    afterAll(() => close());
    beforeEach(async () => {
      caseName = `case ${randomUUID()}`;
      caseId = (await keeping.cases.open(caseName)).id;
    });

    const resultOf = (fileId: string, changes: Partial<FileResult> = {}, words: string | null = null): FileResult => ({
      fileId,
      outcome: 'judged',
      documents: [
        { pageFrom: 1, pageTo: 1, judgement: { record: aRecord(), artifacts: null }, keys: {}, words },
        { pageFrom: 2, pageTo: 3, judgement: { record: aRecord({}, [2, 3]), artifacts: null }, keys: {}, words: null },
      ],
      pageCount: 3,
      under: { judgedBy: 'one', cutBy: 'so', readBy: 'this', asOf: '2026-11-26' },
      ...changes,
    });
    /** Receives a file and takes its work. */
    async function receivedAndClaimed(changes: Partial<ArrivedFile> = {}) {
      const { fileId } = await keeping.files.receive(arrived(changes), caseId);
      const work = await keeping.work.find('file', fileId);
      if (work === undefined) throw new Error('no work');
      await keeping.work.claimOne(work.id, 'me', 60_000);
      return { fileId, work: { id: work.id, owner: 'me' } };
    }

    it('opens a case once, however many ask at the same time', async () => {
      const same = await Promise.all(Array.from({ length: 5 }, () => keeping.cases.open(`${caseName} once`)));
      expect(new Set(same.map(({ id }) => id)).size).toBe(1);
    });

    it('keeps whom a case is about sealed, and by hashes that are the same on every look', async () => {
      expect(await keeping.cases.clientNames(caseId)).toEqual([]);
      const keysOf = async (id: string) =>
        (await keeping.cases.blindClients()).cases.find((one) => one.id === id)?.keys;
      expect(await keysOf(caseId)).toBeUndefined();
      await keeping.cases.setClient(caseId, { names: ['Awa SANOGO', 'Sanogo A.'], keys: ['snk'] });
      expect(await keeping.cases.clientNames(caseId)).toEqual(['Awa SANOGO', 'Sanogo A.']);
      const { blind } = await keeping.cases.blindClients();
      expect(await keysOf(caseId)).toEqual([blind('snk')]);
      expect(blind('snk')).not.toBe((await keeping.vault.blind())('snk'));
      await keeping.cases.setClient(caseId, { names: [], keys: [] });
      expect(await keysOf(caseId)).toBeUndefined();
      expect(await keeping.cases.clientNames(randomUUID())).toEqual([]);
    });

    it('gives every stream of bytes one row, and the ledger balances at every step', async () => {
      const first = await keeping.files.receive(arrived(), caseId);
      expect(first).toMatchObject({ state: 'waiting', twinOf: null, failure: null });
      const again = await keeping.files.receive(arrived(), caseId);
      expect(again).toMatchObject({ state: 'duplicate', twinOf: first.fileId });
      const copy = await keeping.files.receive(arrived({ name: 'scan - Copie.pdf' }), caseId);
      expect(copy).toMatchObject({ state: 'duplicate', twinOf: null });
      const bad = await keeping.files.receive(
        arrived({ sha256: null, mediaType: null, failure: 'empty-file' }),
        caseId,
      );
      expect(bad).toMatchObject({ state: 'rejected', failure: 'empty-file' });
      await keeping.files.receive(arrived({ name: 'all.zip', sha256: OTHER_HASH, isContainer: true }), caseId);
      expect(await keeping.files.counts(caseId)).toEqual({
        received: 5,
        waiting: 2,
        accepted: 1,
        duplicate: 1,
        rejected: 1,
      });
      const [, , third] = await keeping.files.ofCase(caseId);
      expect(third).toMatchObject({ name: 'scan - Copie.pdf', copyOf: 'scan.pdf', state: 'waiting' });
      expect(await keeping.files.unaccounted(caseId)).toEqual([]);
      expect(await keeping.files.rejections(caseId)).toEqual({ 'empty-file': 1 });
    });

    it('knows which of many copies that arrive at the same moment is the first', async () => {
      const receipts = await Promise.all(
        Array.from({ length: 8 }, (_, index) => keeping.files.receive(arrived({ name: `${index}.pdf` }), caseId)),
      );
      expect(receipts.filter(({ state }) => state === 'waiting')).toHaveLength(1);
      expect((await keeping.files.ofCase(caseId)).filter(({ copyOf }) => copyOf === null)).toHaveLength(1);
    });

    it('keeps the same bytes in two cases as papers of both', async () => {
      await keeping.files.receive(arrived(), caseId);
      const other = await keeping.cases.open(`${caseName} other`);
      expect(await keeping.files.receive(arrived(), other.id)).toMatchObject({ state: 'waiting', twinOf: null });
    });

    it('settles a file, its documents and its work in one step, and has the case judged after the last file', async () => {
      const one = await receivedAndClaimed();
      const two = await receivedAndClaimed({ name: 'two.pdf', sha256: OTHER_HASH });
      expect(await keeping.results.commit(resultOf(one.fileId), one.work)).toBe('done');
      expect(await keeping.work.find('file', one.fileId)).toBeUndefined();
      expect(await keeping.work.find('case', caseId)).toBeUndefined();
      expect(await keeping.results.commit(resultOf(two.fileId), two.work)).toBe('done');
      expect(await keeping.work.find('case', caseId)).toMatchObject({ state: 'ready' });
      const documents = await keeping.results.ofCase(caseId);
      expect(documents.map(({ fileId, pageFrom, pageTo }) => [fileId, pageFrom, pageTo])).toEqual([
        [one.fileId, 1, 1],
        [one.fileId, 2, 3],
        [two.fileId, 1, 1],
        [two.fileId, 2, 3],
      ]);
      expect(documents[1]?.judgement.record).toEqual(aRecord({}, [2, 3]));
      expect((await keeping.files.counts(caseId)).accepted).toBe(2);
    });

    it('has the case judged when its last two files are settled at the same moment', async () => {
      const [one, two] = [await receivedAndClaimed(), await receivedAndClaimed({ name: 'b', sha256: OTHER_HASH })];
      await Promise.all([one, two].map(({ fileId, work }) => keeping.results.commit(resultOf(fileId), work)));
      expect(await keeping.work.find('case', caseId)).toBeDefined();
    });

    it('takes no result of a worker whose work went to somebody else', async () => {
      const { fileId, work } = await receivedAndClaimed();
      expect(await keeping.results.commit(resultOf(fileId), { ...work, owner: 'a dead one' })).toBe('lost');
      expect(await keeping.results.ofFile(fileId)).toEqual([]);
      expect((await keeping.files.find(fileId))?.state).toBe('waiting');
    });

    it('replaces the documents of a file when it is judged again, and leaves no old ones beside the new', async () => {
      const { fileId, work } = await receivedAndClaimed();
      await keeping.results.commit(resultOf(fileId), work);
      await keeping.files.askAgain(fileId, '2027-01-01');
      const again = await keeping.work.find('file', fileId);
      await keeping.work.claimOne(again?.id ?? '', 'me', 60_000);
      const [whole] = resultOf(fileId).documents;
      if (whole === undefined) throw new Error('no document');
      const joined = { ...resultOf(fileId), documents: [{ ...whole, pageTo: 3 }] };
      expect(await keeping.results.commit(joined, { id: again?.id ?? '', owner: 'me' })).toBe('done');
      expect((await keeping.results.ofFile(fileId)).map(({ pageFrom, pageTo }) => [pageFrom, pageTo])).toEqual([
        [1, 3],
      ]);
      expect(await keeping.files.find(fileId)).toMatchObject({ asOf: '2027-01-01', state: 'accepted' });
    });

    it('settles a file that can’t be opened as rejected, with its reason', async () => {
      const { fileId, work } = await receivedAndClaimed();
      const rejected = resultOf(fileId, { outcome: { rejected: 'damaged-pdf' }, documents: [], pageCount: null });
      await keeping.results.commit(rejected, work);
      expect(await keeping.files.find(fileId)).toMatchObject({ state: 'rejected', failure: 'damaged-pdf' });
      expect((await keeping.files.counts(caseId)).rejected).toBe(1);
    });

    it('finds papers by words, French ones in any form, others as they are, phrases in their order', async () => {
      const french = await keeping.search.wordsOf('Attestation d’hébergement de l’association, à Évry', 'fr');
      const english = await keeping.search.wordsOf('The hebergement centre of Évry association', 'en');
      const one = await receivedAndClaimed();
      const two = await receivedAndClaimed({ name: 'en.pdf', sha256: OTHER_HASH });
      await keeping.results.commit(resultOf(one.fileId, {}, french), one.work);
      await keeping.results.commit(resultOf(two.fileId, {}, english), two.work);
      const found = async (query: string) =>
        (await keeping.search.find(query, { caseId, limit: 10 })).map(({ fileId }) => fileId).sort();
      const both = [one.fileId, two.fileId].sort();
      expect(await found('evry')).toEqual(both);
      expect(await found('HÉBERGEMENTS')).toEqual([one.fileId]);
      expect(await found('hébergements centre')).toEqual([]);
      expect(await found('"hebergement centre"')).toEqual([two.fileId]);
      expect(await found('"centre hebergement"')).toEqual([]);
      expect(await found('préfecture')).toEqual([]);
      expect(await found('  ')).toEqual([]);
    });

    it('finds words of writings without spaces', async () => {
      const words = await keeping.search.wordsOf('出生医学证明 姓名 王小明', 'zh');
      const { fileId, work } = await receivedAndClaimed();
      await keeping.results.commit(resultOf(fileId, {}, words), work);
      expect(await keeping.search.find('证明', { caseId, limit: 5 })).toHaveLength(1);
    });

    it('holds no word and no name that can be read', async () => {
      const { fileId, work } = await receivedAndClaimed({ name: 'Kouassi passeport.pdf' });
      const words = await keeping.search.wordsOf('Madame Kouassi', 'fr');
      await keeping.results.commit(resultOf(fileId, {}, words), work);
      const tables = await Promise.all(
        (['files', 'documents', 'artifacts', 'work'] as const).map((table) =>
          keeping.db.selectFrom(table).selectAll().execute(),
        ),
      );
      expect(
        JSON.stringify(tables, (_, value) =>
          value?.type === 'Buffer' ? Buffer.from(value).toString('latin1') : value,
        ),
      ).not.toMatch(/kouassi/i);
    });

    it('keeps decisions in their order, and what was learned until it is taken back', async () => {
      const at = '2026-11-26T10:00:00.000Z';
      const before = (await keeping.decisions.all()).length;
      await keeping.decisions.add([
        { kind: 'cut', at, sha256: HASH, page: 2 },
        { kind: 'withdraw', at, document: 'x', field: 'type' },
      ]);
      expect((await keeping.decisions.all()).slice(before).map(({ kind }) => kind)).toEqual(['cut', 'withdraw']);
    });
  });
}
