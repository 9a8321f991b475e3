import { createStoreFigures } from '#adapters/sql/store-figures.ts';
import { TooLate, unlessLate } from '#adapters/unless-late.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { ListedChange, Run, RunCounts, RunKnowledge, RunScope } from '#ports/runs.ts';
import { withWhatWasLearned } from '../../learned-pipeline.ts';
import { loadPipeline } from '../../load-pipeline.ts';
import type { OperatorView } from '../../operator-view.ts';
import { createReader } from '../../reader.ts';
import { acceptRun, rejectRun, rollBackRun } from '../../reprocessing/decide-run.ts';
import { beginRun } from '../../reprocessing/open-reprocessing.ts';
import { runKnowledge } from '../../reprocessing/run-knowledge.ts';
import { tellQueue } from '../../reprocessing/tell-queue.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';

export interface RunRow extends Omit<Run, 'startedAt' | 'endedAt' | 'judgedBy' | 'readBy'> {
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** A run, what it changes, and how far it is. */
export interface RunDetail {
  readonly run: RunRow;
  readonly counts: RunCounts;
  /** Lots that are to be done, and that were put aside. */
  readonly lots: { readonly waiting: number; readonly dead: number };
  readonly documentsPerSecond: number;
  /** Null when it is not being computed. */
  readonly secondsLeft: number | null;
  readonly labels: {
    readonly types: Readonly<Record<string, Bilingual>>;
    readonly flags: Readonly<Record<string, Bilingual>>;
  };
}

export type RunScopeInput = Partial<RunScope>;
const DECISIONS = { accept: acceptRun, reject: rejectRun, 'roll-back': rollBackRun } as const;
export type RunDecision = keyof typeof DECISIONS;

const RATE_MS = 60_000;
/** Whoever decides sees how it ends, when that does not take long. */
const PATIENCE_MS = 2_000;

export async function listRuns({ keeping }: Seat): Promise<RunRow[]> {
  return (await keeping.runs.all()).map(asRow);
}

/** Throws `not-found`. */
export async function readRun(web: Web, { keeping }: Seat, id: string): Promise<RunDetail> {
  const run = await found(keeping.runs, id);
  const [counts, work, done, { pipeline }] = await Promise.all([
    keeping.runs.counts(id),
    keeping.runs.workOf(id),
    createStoreFigures(keeping.db).runDone(id, RATE_MS),
    web.knowledge(),
  ]);
  const documentsPerSecond = done / (RATE_MS / 1000);
  const isComputing = run.state === 'computing' && documentsPerSecond > 0;
  return {
    ...{ run: asRow(run), counts, documentsPerSecond },
    lots: { waiting: work.ids.length, dead: work.dead },
    secondsLeft: isComputing ? Math.round((run.planned - run.done) / documentsPerSecond) : null,
    labels: {
      types: labelsOf(pipeline.documentTypes),
      flags: labelsOf(pipeline.flags.flags),
    },
  };
}

/** The first of the documents that change, as they were and as they would be: no name, no text. Throws `not-found`. */
export async function listChanges(
  { keeping }: Seat,
  id: string,
  limit: number,
): Promise<Omit<ListedChange, 'caseName'>[]> {
  await found(keeping.runs, id);
  return (await keeping.runs.changes(id, limit)).map(({ document, before, after }) => ({ document, before, after }));
}

/** How many documents a run would reach, and how many of them would be read again; nothing is computed. Throws `type-unknown`. */
export async function reachOfRun(web: Web, { keeping }: Seat, input: RunScopeInput) {
  const { scope, knowledge } = await whatAndBy(web, input);
  return keeping.runs.reach(scope, knowledge);
}

/** Begins a run, which workers compute; null when all was judged by what Liasse knows now. Nothing is in force before it is accepted. Throws `type-unknown`. */
export async function startRun(
  web: Web,
  { keeping }: Seat,
  { input, view: { telemetry } }: { readonly input: RunScopeInput; readonly view: OperatorView },
): Promise<{ readonly run: RunRow | null }> {
  const { scope, knowledge } = await whatAndBy(web, input);
  const begun = await beginRun(scope, { keeping, knowledge, telemetry });
  if (begun === undefined) return { run: null };
  const { id, planned } = begun.run;
  if (!begun.isResumed) {
    await keeping.audit.append([{ action: 'run-begun', subject: id, detail: { documents: planned } }]);
  }
  await tellQueue(keeping);
  return { run: asRow(begun.run) };
}

/** Has lots that were put aside computed once more. Throws `not-found`, `run-elsewhere`. */
export async function resumeRun({ keeping }: Seat, id: string): Promise<{ readonly run: RunRow }> {
  const run = await found(keeping.runs, id);
  if (run.state !== 'computing') throw new LiasseFailure('run-elsewhere', id.slice(0, 8));
  await keeping.runs.offerLots(id);
  await tellQueue(keeping);
  return { run: asRow(run) };
}

/**
 * Accepts, rejects or rolls back, or goes on with it after an interruption. What takes longer goes on behind the answer, and the state tells how far it
 * is. Throws `not-found`, `run-elsewhere`.
 */
export async function decideRun(
  web: Web,
  { keeping }: Seat,
  { id, decision, view }: { readonly id: string; readonly decision: RunDecision; readonly view: OperatorView },
): Promise<{ readonly run: RunRow }> {
  const run = await found(keeping.runs, id);
  const deciding = DECISIONS[decision](keeping, run, { signal: web.ending, telemetry: view.telemetry });
  try {
    await unlessLate(PATIENCE_MS, deciding);
  } catch (error) {
    if (!(error instanceof TooLate)) throw error;
    // It can be gone on with from where it stopped, whatever stopped it.
    deciding.catch((later: unknown) => {
      if (!web.ending.aborted) view.onFailure(later);
    });
  }
  return { run: asRow(await found(keeping.runs, id)) };
}

async function found(runs: Seat['keeping']['runs'], id: string): Promise<Run> {
  const [run] = await runs.byId(id);
  if (run === undefined) throw new LiasseFailure('not-found');
  return run;
}

/** What is asked for, and what it would be judged by: by the knowledge and the tools that a worker on this machine has. */
async function whatAndBy(
  { keeping, settings: { pipelineId } }: Web,
  input: RunScopeInput,
): Promise<{ readonly scope: RunScope; readonly knowledge: RunKnowledge }> {
  const loading = loadPipeline(pipelineId).then((pipeline) => withWhatWasLearned(pipeline, keeping.learnedModels));
  const reader = await createReader(loading, { workers: 1, passwords: [], isStandingBy: true });
  try {
    const { caseId = null, type = null, before = null, asOf = null, isJudgingOnly = false } = input;
    if (type !== null && reader.pipeline.documentTypes[type] === undefined)
      throw new LiasseFailure('type-unknown', type);
    return { scope: { caseId, type, before, asOf, isJudgingOnly }, knowledge: runKnowledge(reader) };
  } finally {
    await reader.close();
  }
}

function labelsOf(named: Readonly<Record<string, { readonly label: Bilingual }>>): Record<string, Bilingual> {
  return Object.fromEntries(Object.entries(named).map(([id, { label }]) => [id, label]));
}

function asRow({ judgedBy: _judgedBy, readBy: _readBy, startedAt, endedAt, ...run }: Run): RunRow {
  return { ...run, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}
