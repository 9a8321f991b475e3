import { randomUUID } from 'node:crypto';
import { createRunStore } from '#adapters/sql/runs/create-run-store.ts';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import type { Reader } from '#app/reader.ts';
import { type ComputeRunOptions, computeRun } from '#app/reprocessing/compute-run.ts';
import { runKnowledge } from '#app/reprocessing/run-knowledge.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import type { Run, RunScope } from '#ports/runs.ts';
import { deskOf, keepPapers, readerBy } from '../../support/archive-desk.ts';
import { cuttingEverywhere, withDatedFlag } from '../../support/changed-pipelines.ts';
import { humanitarianPipeline } from '../../support/humanitarian-pipeline.ts';

/** Stores of a database, and how to be done with them. */
export type OpenArchive = () => Promise<{ readonly keeping: Keeping; close(): Promise<void> }>;

/** A database that starts, engines that are looked for. */
export const PATIENCE_MS = 60_000;
/** With one document or file in each step, a run has steps to be interrupted between. */
const LOT = 1;
const EVERYTHING: RunScope = { caseId: null, type: null, before: null, asOf: null, isJudgingOnly: false };
export const goOn = { signal: new AbortController().signal, onProgress: (): void => undefined };

/** An archive, and those who judge it: as it was judged, by other flags, by other cuts, read otherwise. */
export interface ArchiveUnderTest {
  readonly keeping: Keeping;
  readonly pipeline: Pipeline;
  readonly readers: Readonly<Record<'asBefore' | 'flagging' | 'cutting' | 'reading', Reader>>;
  close(): Promise<void>;
}

export async function archiveUnderTest(open: OpenArchive): Promise<ArchiveUnderTest> {
  const { keeping, close } = await open();
  const pipeline = await humanitarianPipeline();
  const readers = {
    asBefore: await readerBy(pipeline),
    flagging: await readerBy(withDatedFlag(pipeline)),
    cutting: await readerBy(cuttingEverywhere(pipeline)),
    reading: await readerBy(pipeline, ['fr']),
  };
  return {
    keeping: { ...keeping, runs: createRunStore(keeping.db, keeping.vault, { lotDocuments: LOT, filesAtOnce: LOT }) },
    pipeline,
    readers,
    close: async () => {
      await Promise.all(Object.values(readers).map((reader) => reader.close()));
      await close();
    },
  };
}

/** One case of an archive, judged again apart from the others. */
export interface CaseUnderTest {
  readonly caseId: string;
  readonly caseName: string;
  readonly fileIds: readonly string[];
  documents(): Promise<KeptDocument[]>;
  /** Plans a run over this case. Throws when there is nothing to do. */
  begin(by: Reader, scope?: Partial<RunScope>): Promise<Run>;
  compute(run: Run, by: Reader, options?: Partial<ComputeRunOptions>): Promise<Run>;
}

/** Keeps papers in a new case, as judged until now. */
export async function caseUnderTest(
  { keeping, readers }: ArchiveUnderTest,
  papers: Readonly<Record<string, string>>,
): Promise<CaseUnderTest> {
  const caseName = `case ${randomUUID()}`;
  const fileIds = await keepPapers(deskOf(keeping, readers.asBefore), papers, caseName);
  const { id: caseId } = await keeping.cases.open(caseName);
  return {
    caseId,
    caseName,
    fileIds,
    documents: () => keeping.results.ofCase(caseId),
    begin: async (by, scope = {}) => {
      const run = await keeping.runs.plan({ ...EVERYTHING, caseId, ...scope }, runKnowledge(by));
      if (run === undefined) throw new Error('nothing to do');
      return run;
    },
    compute: (run, by, options = {}) => computeRun(run, deskOf(keeping, by), { ...goOn, ...options }),
  };
}
