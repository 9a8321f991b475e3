import { createForgetfulArtifactStore } from '#adapters/artifact-stores/create-forgetful-artifact-store.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import type { Run } from '#ports/runs.ts';
import type { FinishedWork, WorkItem } from '#ports/work-queue.ts';
import type { ReaderFor } from '../keeping/create-learning-readers.ts';
import { cutBy, judgedBy, readBy } from '../keeping/judged-by.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { type PageSlots, readAndJudge } from '../keeping/process-received.ts';
import { noReadingTools } from '../no-reading-tools.ts';
import type { Reader } from '../reader.ts';
import type { JudgingAgain } from './judge-again.ts';
import { judgeFilesAgain } from './judge-files-again.ts';
import { type LotOutcome, orFailed, together } from './lot-outcome.ts';
import { proposeForFile } from './propose-change.ts';

/** What computing lots works with. */
export interface LotDesk {
  readonly reader: Reader;
  readonly keeping: Keeping;
  readonly slots: PageSlots;
}

/**
 * Judges a lot of a run again and keeps what came of it, not in force, in one transaction in which the work is done. Documents that can't be judged are
 * counted and stay as they are. Throws `run-outdated` when this process has other knowledge than the run, and transient failures.
 */
export async function computeLot(
  { item, owner, signal }: { readonly item: WorkItem; readonly owner: string; readonly signal: AbortSignal },
  { readerFor, keeping, slots }: Omit<LotDesk, 'reader'> & { readonly readerFor: ReaderFor },
): Promise<FinishedWork | undefined> {
  const { runs } = keeping;
  const lot = await runs.lot(item.subject);
  // Done already, or nobody wants it any more.
  if (lot?.run.state !== 'computing') return undefined;
  const desk = { reader: await readerFor(lot.run.judgedBy), keeping, slots };
  checkKnowledge(lot.run, desk.reader);
  const documents = await runs.documentsOf(lot);
  const outcome = lot.reads
    ? await readFilesAgain(documents, lot.run, { ...desk, signal })
    : await judgeFilesAgain(documents, await judgingAgain(lot.run, desk, signal));
  return runs.commitLot(lot, outcome, { id: item.id, owner });
}

function checkKnowledge(run: Run, { pipeline, tools }: Reader): void {
  const isSame = run.judgedBy === judgedBy(pipeline) && (run.isJudgingOnly || run.readBy === readBy(pipeline, tools));
  if (!isSame) throw new LiasseFailure('run-outdated', run.id);
}

async function judgingAgain(run: Run, { reader, keeping }: LotDesk, signal: AbortSignal): Promise<JudgingAgain> {
  const { pipeline, advice } = reader;
  return {
    keeping,
    advice,
    decisions: await keeping.decisionsInForce(),
    environment: {
      tools: noReadingTools(),
      pipeline,
      store: createForgetfulArtifactStore(),
      signal,
      // A hundred thousand documents would tell of a million stages.
      observer: { onStage: () => undefined },
      inFlight: new Map(),
    },
    under: { judgedBy: run.judgedBy, cutBy: cutBy(pipeline), asOf: run.asOf },
  };
}

/** Reads files again, where what was remembered of their pages does not hold any more. */
async function readFilesAgain(
  documents: readonly KeptDocument[],
  run: Run,
  desk: LotDesk & { readonly signal: AbortSignal },
): Promise<LotOutcome> {
  const { keeping } = desk;
  const outcomes: LotOutcome[] = [];
  for (const [fileId, reached] of Map.groupBy(documents, (document) => document.fileId))
    outcomes.push(
      await orFailed(reached.length, async () => {
        const file = await keeping.files.find(fileId);
        if (file === undefined) return [];
        const asOf = run.asOf ?? reached[0]?.asOf ?? file.asOf;
        const { outcome, documents: after, under } = await readAndJudge({ ...file, asOf }, desk, desk);
        if (outcome !== 'judged' || after.some(({ judgement }) => judgement.artifacts === null)) return undefined;
        return proposeForFile(await keeping.results.ofFile(fileId), after, under);
      }),
    );
  return together(outcomes);
}
