import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctPaper, findPaper } from '#app/desk.ts';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import type { Reader } from '#app/reader.ts';
import { computeRun } from '#app/reprocessing/compute-run.ts';
import { acceptRun, rejectRun, rollBackRun } from '#app/reprocessing/decide-run.ts';
import { runKnowledge } from '#app/reprocessing/run-knowledge.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Run, RunScope } from '#ports/runs.ts';
import { deskOf, keepPapers, readerBy } from '../support/archive-desk.ts';
import { humanitarianPipeline } from '../support/humanitarian-pipeline.ts';

/** A database that starts, engines that are looked for. */
const PATIENCE_MS = 60_000;
const EVERYTHING: RunScope = { caseId: null, type: null, before: null, asOf: null, isJudgingOnly: false };
const goOn = { signal: new AbortController().signal, onProgress: () => undefined };

const SHELTER = `Association Les Rives
4 quai du Port, 13002 Marseille

ATTESTATION D'HÉBERGEMENT

Je soussignée, directrice du centre, atteste que Madame K. est hébergée dans notre centre depuis le 3 mars 2024.

Fait à Marseille, le 9 avril 2026
`;
const UNDATED = SHELTER.replace(/Fait .*\n/, '').replace(' depuis le 3 mars 2024', '');

/** The pipeline with a flag for every paper that has a date of issue. */
function withDatedFlag(pipeline: Pipeline): Pipeline {
  const { flags } = pipeline;
  const text = { fr: 'daté', en: 'dated' };
  const dated = { label: text, message: text, severity: 'info' as const, factor: 0.5 };
  const rule = { flag: 'dated', when: { fact: 'issueDate', is: 'present' as const }, unclear: 'ignore' as const };
  return {
    ...pipeline,
    version: `${pipeline.version}-dated`,
    flags: { ...flags, flags: { ...flags.flags, dated }, rules: [...flags.rules, rule] },
  };
}

/** Judging archives again, on every database. */
export function reprocessingContract(
  name: string,
  open: () => Promise<{ readonly keeping: Keeping; close(): Promise<void> }>,
): void {
  describe(`judging an archive again (${name})`, { timeout: PATIENCE_MS }, () => {
    let keeping: Keeping;
    let close: () => Promise<void>;
    let pipeline: Pipeline;
    let reader: Reader;
    let changed: Reader;
    beforeAll(async () => {
      ({ keeping, close } = await open());
      pipeline = await humanitarianPipeline();
      reader = await readerBy(pipeline);
      changed = await readerBy(withDatedFlag(pipeline));
      await keepPapers(deskOf(keeping, reader), { 'a.txt': SHELTER, 'b.txt': UNDATED, 'c.txt': `${SHELTER}\n.` });
    }, PATIENCE_MS);
    afterAll(async () => {
      await Promise.all([reader.close(), changed.close()]);
      await close();
    });

    const documents = async () => {
      const found = await keeping.cases.find('test');
      return keeping.results.ofCase(found?.id ?? '');
    };
    const begin = async (by: Reader, scope: Partial<RunScope> = {}): Promise<Run> => {
      const run = await keeping.runs.plan({ ...EVERYTHING, ...scope }, runKnowledge(by));
      if (run === undefined) throw new Error('nothing to do');
      return run;
    };
    const compute = (run: Run, by: Reader): Promise<Run> => computeRun(run, deskOf(keeping, by), goOn);

    it('has nothing to do where nothing changed', async () => {
      expect(await keeping.runs.plan(EVERYTHING, runKnowledge(reader))).toBeUndefined();
      expect(await keeping.runs.all()).toEqual([]);
    });

    it('shows what would change and changes nothing; rejected, nothing is left of it', async () => {
      const before = await documents();
      const run = await compute(await begin(changed), changed);
      expect(run).toMatchObject({ state: 'proposed', planned: 3, done: 3, failed: 0 });
      expect(await keeping.runs.counts(run.id)).toMatchObject({
        byChange: { same: 1, details: 0, changed: 2 },
        score: 2,
        type: 0,
        gained: { dated: 2 },
        lost: {},
      });
      expect(await documents()).toEqual(before);
      expect(await rejectRun(keeping.runs, run, goOn)).toMatchObject({ run: { state: 'rejected' } });
      expect(await documents()).toEqual(before);
      expect(await keeping.runs.changes(run.id, 10)).toEqual([]);
    });

    it('is in force once accepted, and rolled back puts everything back as it was', async () => {
      const before = await documents();
      const run = await compute(await begin(changed), changed);
      expect(await acceptRun(keeping.runs, run, goOn)).toMatchObject({ run: { state: 'accepted' }, moved: 3, left: 0 });
      const after = await documents();
      expect(after.map(({ judgement }) => judgement.record.flags.some(({ code }) => code === 'dated'))).toEqual([
        true,
        false,
        true,
      ]);
      expect(after.every(({ judgement }) => judgement.record.pipeline.version === changed.pipeline.version)).toBe(true);
      expect(await keeping.runs.plan(EVERYTHING, runKnowledge(changed))).toBeUndefined();
      expect(await rollBackRun(keeping.runs, run, goOn)).toMatchObject({ run: { state: 'rolled-back' }, moved: 3 });
      expect(await documents()).toEqual(before);
    });
    it('leaves alone what a person corrected meanwhile', async () => {
      const run = await compute(await begin(changed), changed);
      const [first] = await documents();
      const found = await findPaper(keeping, first?.id ?? '', undefined);
      const at = { language: 'en', now: new Date('2026-11-25T10:00:00Z') } as const;
      await correctPaper(keeping, { ...found, pipeline }, new Map([['issueDate', null]]), at);
      const accepted = await acceptRun(keeping.runs, run, goOn);
      expect(accepted).toMatchObject({ moved: 2, left: 1 });
      expect((await documents())[0]?.judgement.record).toMatchObject({ issueDate: null, decided: ['issueDate'] });
      await rollBackRun(keeping.runs, run, goOn);
    });
  });
}
