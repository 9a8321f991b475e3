import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideAboutPaper } from '#app/desk/decide-about-paper.ts';
import { findPaper } from '#app/desk/find-paper.ts';
import { acceptRun, rollBackRun } from '#app/reprocessing/decide-run.ts';
import { runKnowledge } from '#app/reprocessing/run-knowledge.ts';
import { datedLetter, longStory } from '../../support/letters.ts';
import {
  type ArchiveUnderTest,
  archiveUnderTest,
  caseUnderTest,
  goOn,
  type OpenArchive,
  PATIENCE_MS,
} from './archive-under-test.ts';

/** Files that are cut or read again by a run, on every database. */
export function filesAgainContract(name: string, open: OpenArchive): void {
  describe(`files that a run cuts or reads again (${name})`, { timeout: PATIENCE_MS }, () => {
    let archive: ArchiveUnderTest;
    beforeAll(async () => {
      archive = await archiveUnderTest(open);
    }, PATIENCE_MS);
    afterAll(() => archive.close());
    const pagesOf = (documents: readonly { pageFrom: number; pageTo: number }[]): number[][] =>
      documents.map(({ pageFrom, pageTo }) => [pageFrom, pageTo]);

    it('are cut anew where the rules for that changed, found by their words, and put together again exactly', async () => {
      const { keeping, readers } = archive;
      const { begin, compute, documents, caseId } = await caseUnderTest(archive, { 'long.txt': longStory(3) });
      const find = async (word: string): Promise<string[]> =>
        (await keeping.search.find(word, { caseId, limit: 10 })).map(({ documentId }) => documentId);
      const before = await documents();
      expect(pagesOf(before)).toEqual([[1, 3]]);
      const run = await compute(await begin(readers.cutting), readers.cutting);
      expect(await keeping.runs.counts(run.id)).toMatchObject({ added: 2, gone: 0, byChange: { changed: 3 } });
      expect(await documents()).toEqual(before);
      await acceptRun(keeping, run, goOn);
      const after = await documents();
      expect(pagesOf(after)).toEqual([
        [1, 1],
        [2, 2],
        [3, 3],
      ]);
      expect(await find('prologue')).toEqual([after[0]?.id]);
      await expect(begin(readers.cutting)).rejects.toThrow('nothing to do');
      await rollBackRun(keeping, run, goOn);
      expect(await documents()).toEqual(before);
      expect(await find('prologue')).toEqual([before[0]?.id]);
    });

    it('stay whole as they are when one of their papers was corrected meanwhile', async () => {
      const { keeping, readers, pipeline } = archive;
      const { begin, compute, documents } = await caseUnderTest(archive, { 'long.txt': `${longStory(3)}\nFin.` });
      const run = await compute(await begin(readers.cutting), readers.cutting);
      const found = await findPaper(keeping, (await documents())[0]?.id ?? '', undefined);
      const when = { language: 'en', now: new Date('2026-11-25T10:00:00Z') } as const;
      await decideAboutPaper(
        keeping,
        { ...found, pipeline },
        [{ kind: 'correct', field: 'issueDate', value: '2026-01-02' }],
        when,
      );
      expect(await acceptRun(keeping, run, goOn)).toMatchObject({ moved: 0, left: 3 });
      expect(pagesOf(await documents())).toEqual([[1, 3]]);
    });

    it('say the same where other rules for cutting cut them alike', async () => {
      const { keeping, readers } = archive;
      const { begin, compute } = await caseUnderTest(archive, { 'a.txt': datedLetter('Seule.') });
      const run = await compute(await begin(readers.cutting), readers.cutting);
      expect((await keeping.runs.counts(run.id)).byChange).toEqual({ same: 1, details: 0, changed: 0 });
    });

    it('are read again where readers changed, unless only judging is asked for', async () => {
      const { keeping, readers } = archive;
      const { begin, compute, documents, caseId, fileIds } = await caseUnderTest(archive, {
        'a.txt': datedLetter('À relire.'),
      });
      const scope = { caseId, type: null, before: null, asOf: null, isJudgingOnly: false };
      const knowledge = runKnowledge(readers.reading);
      expect(await keeping.runs.reach(scope, knowledge)).toEqual({ documents: 1, toRead: 1 });
      expect(await keeping.runs.reach({ ...scope, isJudgingOnly: true }, knowledge)).toEqual({
        documents: 0,
        toRead: 0,
      });
      const [before, file] = [await documents(), await keeping.files.find(fileIds[0] ?? '')];
      const run = await compute(await begin(readers.reading), readers.reading);
      expect(run).toMatchObject({ state: 'proposed', done: 1, failed: 0 });
      await acceptRun(keeping, run, goOn);
      expect((await documents())[0]?.readBy).toBe(knowledge.readBy);
      expect((await keeping.files.find(fileIds[0] ?? ''))?.reading).toBe(knowledge.readBy);
      expect(await keeping.runs.reach(scope, knowledge)).toEqual({ documents: 0, toRead: 0 });
      await rollBackRun(keeping, run, goOn);
      expect(await documents()).toEqual(before);
      expect(await keeping.files.find(fileIds[0] ?? '')).toEqual(file);
    });

    it('stay as they are, and are counted, when their original is gone', async () => {
      const { keeping, readers } = archive;
      const { begin, compute, documents } = await caseUnderTest(archive, { 'a.txt': datedLetter('Perdue.') });
      const before = await documents();
      const sha256 = before[0]?.judgement.record.sha256 ?? '';
      await keeping.blobs.remove(`originals/${sha256.slice(0, 2)}/${sha256}`);
      const run = await compute(await begin(readers.reading), readers.reading);
      expect(run).toMatchObject({ state: 'proposed', done: 1, failed: 1 });
      expect(await acceptRun(keeping, run, goOn)).toMatchObject({ moved: 0, left: 0 });
      expect(await documents()).toEqual(before);
    });
  });
}
