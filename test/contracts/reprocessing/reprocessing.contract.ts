import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideAboutPaper } from '#app/desk/decide-about-paper.ts';
import { findPaper } from '#app/desk/find-paper.ts';
import { acceptRun, rejectRun, rollBackRun } from '#app/reprocessing/decide-run.ts';
import { findRun } from '#app/reprocessing/find-run.ts';
import { runKnowledge } from '#app/reprocessing/run-knowledge.ts';
import { deskOf, doAllWork } from '../../support/archive-desk.ts';
import { datedLetter, undatedLetter } from '../../support/letters.ts';
import {
  type ArchiveUnderTest,
  archiveUnderTest,
  caseUnderTest,
  goOn,
  type OpenArchive,
  PATIENCE_MS,
} from './archive-under-test.ts';

const flagsOf = (documents: readonly { judgement: { record: { flags: { code: string }[] } } }[]): boolean[] =>
  documents.map(({ judgement }) => judgement.record.flags.some(({ code }) => code === 'dated'));

/** Judging archives again, on every database. */
export function reprocessingContract(name: string, open: OpenArchive): void {
  describe(`judging an archive again (${name})`, { timeout: PATIENCE_MS }, () => {
    let archive: ArchiveUnderTest;
    beforeAll(async () => {
      archive = await archiveUnderTest(open);
    }, PATIENCE_MS);
    afterAll(() => archive.close());
    let cases = 0;
    /** Two dated papers and an undated one between them; other papers each time, since a decision holds in every case. */
    const aCase = () => {
      cases += 1;
      const of = `Chambre ${cases}`;
      const papers = { 'a.txt': datedLetter(of), 'b.txt': undatedLetter(of), 'c.txt': datedLetter(`${of} bis`) };
      return caseUnderTest(archive, papers);
    };

    it('has nothing to do where nothing changed', async () => {
      const { begin } = await aCase();
      await expect(begin(archive.readers.asBefore)).rejects.toThrow('nothing to do');
    });

    it('shows what would change and changes nothing; rejected, nothing is left of it', async () => {
      const { keeping, readers } = archive;
      const { documents, begin, compute, caseName } = await aCase();
      const before = await documents();
      const run = await compute(await begin(readers.flagging), readers.flagging);
      expect(run).toMatchObject({ state: 'proposed', planned: 3, done: 3, failed: 0 });
      expect(await keeping.runs.counts(run.id)).toEqual({
        byChange: { same: 1, details: 0, changed: 2 },
        ...{ type: 0, issueDate: 0, language: 0, score: 2, status: 0, added: 0, gone: 0, types: [] },
        ...{ gained: { dated: 2 }, lost: {}, inForce: 0, left: 0 },
      });
      const [first] = await keeping.runs.changes(run.id, 1);
      expect(first).toMatchObject({ document: before[0]?.id, caseName, before: { flags: expect.anything() } });
      expect(first?.after?.flags).toContain('dated');
      expect(first?.before?.flags).not.toContain('dated');
      expect(await documents()).toEqual(before);
      expect(await rejectRun(keeping, run, goOn)).toMatchObject({ run: { state: 'rejected' } });
      expect(await documents()).toEqual(before);
      expect(await keeping.runs.changes(run.id, 10)).toEqual([]);
      await expect(acceptRun(keeping, run, goOn)).rejects.toMatchObject({ code: 'run-elsewhere' });
    });

    it('is in force once accepted, with nothing left to do; rolled back, everything is as it was', async () => {
      const { keeping, readers } = archive;
      const { documents, begin, compute, caseId } = await aCase();
      const [before, summary] = [await documents(), (await keeping.cases.byId(caseId))?.summary];
      const run = await compute(await begin(readers.flagging), readers.flagging);
      expect(await acceptRun(keeping, run, goOn)).toMatchObject({ run: { state: 'accepted' }, moved: 3, left: 0 });
      const after = await documents();
      expect(flagsOf(after)).toEqual([true, false, true]);
      expect(after.map(({ judgement }) => judgement.record.pipeline.version)).toEqual(
        after.map(() => readers.flagging.pipeline.version),
      );
      expect((await keeping.cases.byId(caseId))?.summary?.byFlag['dated']).toBe(2);
      await expect(begin(readers.flagging)).rejects.toThrow('nothing to do');
      expect(await rollBackRun(keeping, run, goOn)).toMatchObject({ run: { state: 'rolled-back' }, moved: 3 });
      expect(await documents()).toEqual(before);
      expect((await keeping.cases.byId(caseId))?.summary).toEqual(summary);
      await expect(rollBackRun(keeping, run, goOn)).rejects.toMatchObject({ code: 'run-elsewhere' });
    });

    it('leaves alone what a person corrected meanwhile, before it was accepted and before it was rolled back', async () => {
      const { keeping, readers, pipeline } = archive;
      const { documents, begin, compute } = await aCase();
      const correct = async (at: number): Promise<void> => {
        const found = await findPaper(keeping, (await documents())[at]?.id ?? '', undefined);
        const when = { language: 'en', now: new Date('2026-11-25T10:00:00Z') } as const;
        await decideAboutPaper(
          keeping,
          { ...found, pipeline },
          [{ kind: 'correct', field: 'issueDate', value: null }],
          when,
        );
      };
      const run = await compute(await begin(readers.flagging), readers.flagging);
      await correct(0);
      expect(await acceptRun(keeping, run, goOn)).toMatchObject({ moved: 2, left: 1 });
      await correct(2);
      expect(await rollBackRun(keeping, run, goOn)).toMatchObject({ moved: 1, left: 1 });
      for (const at of [0, 2])
        expect((await documents())[at]?.judgement.record).toMatchObject({ issueDate: null, decided: ['issueDate'] });
      expect((await keeping.runs.counts(run.id)).left).toBe(2);
    });

    it('holds to what persons decided', async () => {
      const { keeping, readers, pipeline } = archive;
      const { documents, begin, compute } = await caseUnderTest(archive, { 'p.txt': datedLetter('Décidé.') });
      const found = await findPaper(keeping, (await documents())[0]?.id ?? '', undefined);
      const when = { language: 'en', now: new Date('2026-11-25T10:00:00Z') } as const;
      await decideAboutPaper(
        keeping,
        { ...found, pipeline },
        [{ kind: 'correct', field: 'issueDate', value: '2025-01-31' }],
        when,
      );
      const run = await compute(await begin(readers.flagging), readers.flagging);
      await acceptRun(keeping, run, goOn);
      const [after] = await documents();
      expect(after?.judgement.record).toMatchObject({ issueDate: { iso: '2025-01-31' }, decided: ['issueDate'] });
      expect(flagsOf(await documents())).toEqual([true]);
    });

    it('goes on where it was interrupted and does nothing twice', async () => {
      const { keeping, readers } = archive;
      const { begin, compute, caseId } = await aCase();
      const planned = await begin(readers.flagging);
      const stop = new AbortController();
      const interrupted = compute(planned, readers.flagging, {
        signal: stop.signal,
        onProgress: ({ run }) => run.done > 0 && stop.abort(),
      });
      await expect(interrupted).rejects.toMatchObject({ code: 'cancelled' });
      const lots = () =>
        keeping.db.selectFrom('run_lots').selectAll().where('run_id', '=', planned.id).orderBy('nth').execute();
      const done = (await lots()).filter(({ done_at: at }) => at !== null);
      expect(done.length).toBeGreaterThan(0);
      expect(done.length).toBeLessThan(3);
      const scope = { caseId, type: null, before: null, asOf: null, isJudgingOnly: false };
      const open = await keeping.runs.open(scope, runKnowledge(readers.flagging));
      expect(open).toMatchObject({ id: planned.id, state: 'computing', done: done.length });
      expect(await compute(planned, readers.flagging)).toMatchObject({ state: 'proposed', done: 3 });
      expect((await lots()).filter(({ id }) => done.some((lot) => lot.id === id))).toEqual(done);
      const artifacts = await keeping.db
        .selectFrom('artifacts')
        .select('id')
        .where('run_id', '=', planned.id)
        .execute();
      expect(artifacts).toHaveLength(3);
    });

    it('is computed by whatever worker there is', async () => {
      const { keeping, readers } = archive;
      const { begin } = await aCase();
      const run = await begin(readers.flagging);
      await doAllWork(deskOf(keeping, readers.flagging));
      expect(await findRun(keeping.runs, run.id.slice(0, 12))).toMatchObject({ state: 'proposed', done: 3 });
    });

    it('is put off by a worker that has other knowledge, and refused by the command', async () => {
      const { keeping, readers } = archive;
      const { begin, compute } = await aCase();
      const run = await begin(readers.flagging);
      await expect(compute(run, readers.asBefore)).rejects.toMatchObject({ code: 'run-outdated' });
      expect((await keeping.runs.workOf(run.id)).ids).toHaveLength(3);
      await rejectRun(keeping, run, goOn);
      expect((await keeping.runs.workOf(run.id)).ids).toHaveLength(0);
    });

    it('gives way to work for advisers', async () => {
      const { keeping, readers } = archive;
      const { begin, compute, caseId } = await aCase();
      const run = await begin(readers.flagging);
      const [live] = await keeping.work.add([{ kind: 'case', subject: caseId, caseId, workClass: 'live' }]);
      if (live === undefined) throw new Error('no live work');
      await keeping.work.claimOne(live.id, 'adviser', 60_000);
      const waited: number[] = [];
      await compute(run, readers.flagging, {
        onProgress: ({ run: now, waitingFor }) => {
          if (waitingFor !== 'live-work') return;
          waited.push(now.done);
          keeping.work.finish(live.id, 'adviser').catch(() => undefined);
        },
      });
      expect(waited.length).toBeGreaterThan(0);
      expect(new Set(waited)).toEqual(new Set([0]));
    });

    it('reaches only what it is asked to', async () => {
      const { keeping, readers } = archive;
      const { begin, documents, caseId } = await aCase();
      const type = (await documents())[0]?.judgement.record.type?.id ?? '';
      expect(await begin(readers.flagging, { type })).toMatchObject({ planned: 3, type });
      await expect(begin(readers.flagging, { type: 'passport' })).rejects.toThrow('nothing to do');
      await expect(begin(readers.flagging, { before: '2020-01-01' })).rejects.toThrow('nothing to do');
      expect(await begin(readers.flagging, { before: '2999-01-01' })).toMatchObject({ planned: 3 });
      expect(await begin(readers.asBefore, { asOf: '2027-05-01' })).toMatchObject({ planned: 3, asOf: '2027-05-01' });
      const runs = (await keeping.runs.all()).filter((run) => run.caseId === caseId);
      expect(runs).toHaveLength(3);
      for (const run of runs) await rejectRun(keeping, run, goOn);
    });

    it('judges as of another day, and each document says so', async () => {
      const { keeping, readers } = archive;
      const { begin, compute, documents } = await aCase();
      const before = await documents();
      const run = await compute(await begin(readers.asBefore, { asOf: '2027-05-01' }), readers.asBefore);
      await acceptRun(keeping, run, goOn);
      expect((await documents()).map(({ asOf }) => asOf)).toEqual(['2027-05-01', '2027-05-01', '2027-05-01']);
      expect((await documents())[1]?.judgement.artifacts?.['run-facts'].asOf).toBe('2027-05-01');
      await rollBackRun(keeping, run, goOn);
      expect(await documents()).toEqual(before);
    });

    it('does not stumble over a file that was erased meanwhile', async () => {
      const { keeping, readers } = archive;
      const { begin, compute, documents, fileIds } = await aCase();
      const run = await compute(await begin(readers.flagging), readers.flagging);
      await keeping.db
        .deleteFrom('files')
        .where('id', '=', fileIds[0] ?? '')
        .execute();
      expect(await acceptRun(keeping, run, goOn)).toMatchObject({ moved: 2, left: 0 });
      expect(flagsOf(await documents())).toEqual([false, true]);
    });

    it('keeps the content of what stays the same once', async () => {
      const { keeping, readers } = archive;
      const { begin, compute, documents } = await aCase();
      const run = await compute(await begin(readers.flagging), readers.flagging);
      await acceptRun(keeping, run, goOn);
      const [, same] = await documents();
      expect(same?.contentId).not.toBe(same?.artifactsId);
      const next = await compute(await begin(readers.asBefore), readers.asBefore);
      await acceptRun(keeping, next, goOn);
      expect((await documents())[1]?.contentId).toBe(same?.contentId);
    });
  });
}
