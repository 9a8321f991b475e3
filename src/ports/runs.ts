import { z } from 'zod';
import type { RunState } from '#domain/run-state.ts';
import type { JudgedDocument, JudgedUnder, KeptDocument } from './kept-results.ts';
import type { FinishedWork } from './work-queue.ts';

/** Which documents are judged again; null: all. */
export interface RunScope {
  readonly caseId: string | null;
  /** Documents that are of this type now. */
  readonly type: string | null;
  /** Documents of files that were received before this day, ISO 8601. */
  readonly before: string | null;
  /** The day they are judged; null: each as of the day it was judged before. */
  readonly asOf: string | null;
  /** Files that would have to be read again are judged from what was read. */
  readonly isJudgingOnly: boolean;
}

/** What documents are judged by; digests as in `JudgedUnder`. */
export interface RunKnowledge {
  readonly pipeline: string;
  readonly pipelineVersion: string;
  readonly judgedBy: string;
  readonly readBy: string;
}

/** One time that an archive was judged again. Nothing of it is in force before it is accepted. */
export interface Run extends RunScope, RunKnowledge {
  readonly id: string;
  readonly state: RunState;
  /** Documents it is to reach, and those that it has computed. */
  readonly planned: number;
  readonly done: number;
  /** Documents that could not be judged; they stay as they are. */
  readonly failed: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** A lot of documents, computed in one go. */
export interface RunLot {
  readonly id: string;
  readonly run: Run;
  /** Between two places in the order of receipt, both included. */
  readonly first: number;
  readonly last: number;
  readonly documents: number;
  /** Their pages have to be read again. */
  readonly reads: boolean;
}

/** `same`: nothing but what it was judged by. `details`: nothing that is listed (confidences, places, fields). */
export const changeSchema = z.enum(['same', 'details', 'changed']);
export type Change = z.infer<typeof changeSchema>;

/** What a run says of one document. */
export interface ProposedChange {
  readonly fileId: string;
  readonly caseId: string;
  readonly pageFrom: number;
  /** Artifacts in force as the run found them; null: a document that was none before. */
  readonly before: string | null;
  /** Null: there is no such document any more. */
  readonly after: ProposedDocument | null;
  /** The file is cut otherwise: all of its changes are put in force together or not at all. */
  readonly isWhole: boolean;
  readonly change: Change;
}

/** A document as it would be. `words` null: it is found by the words it was found by. */
export interface ProposedDocument extends JudgedDocument {
  readonly under: JudgedUnder;
  /** Artifacts that hold the very same content, which then is not kept twice; null when it differs. */
  readonly contentOf: string | null;
}

/** What is listed of a document. */
export const listedSchema = z.object({
  status: z.string(),
  type: z.string().nullable(),
  language: z.string().nullable(),
  issueDate: z.string().nullable(),
  score: z.number().nullable(),
  flags: z.array(z.string()),
  pageFrom: z.number().int(),
  pageTo: z.number().int(),
});
export type Listed = z.infer<typeof listedSchema>;

/** What was and what is (to be); null where there is no such document. */
export interface ListedChange {
  readonly document: string;
  readonly caseName: string;
  readonly before: Listed | null;
  readonly after: Listed | null;
}

/** How many documents change, and in what. */
export interface RunCounts {
  readonly byChange: Readonly<Record<Change, number>>;
  readonly type: number;
  readonly issueDate: number;
  readonly language: number;
  readonly score: number;
  readonly status: number;
  /** Documents that are new, or none any more, since their file is cut otherwise. */
  readonly added: number;
  readonly gone: number;
  /** By flag. */
  readonly gained: Readonly<Record<string, number>>;
  readonly lost: Readonly<Record<string, number>>;
  /** Types as they were and are. */
  readonly types: readonly {
    readonly before: string | null;
    readonly after: string | null;
    readonly documents: number;
  }[];
  /** Put in force, and left alone since they were no longer as the run had found them. */
  readonly inForce: number;
  readonly left: number;
}

/** Work of lots: what can be done, now or later, and how many lots were put aside since they failed. */
export interface LotWork {
  readonly ids: readonly string[];
  readonly dead: number;
}

/** What one step of accepting or rolling back did. */
export interface MovedChanges {
  readonly moved: number;
  readonly left: number;
  readonly isDone: boolean;
}

/** Runs over archives. Whatever takes several steps can be interrupted at any point and gone on with by the same call. */
export interface RunStore {
  /** How many documents a run would reach, and how many of them would be read again. */
  reach(scope: RunScope, knowledge: RunKnowledge): Promise<{ readonly documents: number; readonly toRead: number }>;
  /** Begins a run with its lots and their work, all at once; undefined when there is nothing to do. */
  plan(scope: RunScope, knowledge: RunKnowledge): Promise<Run | undefined>;
  /** A run of the same scope by the same knowledge that is not yet decided on. */
  open(scope: RunScope, knowledge: RunKnowledge): Promise<Run | undefined>;
  /** The latest first. */
  all(): Promise<Run[]>;
  /** Runs whose id begins so. */
  byId(prefix: string): Promise<Run[]>;
  lot(lotId: string): Promise<RunLot | undefined>;
  /** Has every lot that is not computed worked on, also those that were put aside. */
  offerLots(runId: string): Promise<void>;
  /** Ids of the work of lots that are not computed, in their order. */
  workOf(runId: string): Promise<LotWork>;
  /** The documents of a lot that the run still has to reach, as they are in force now. */
  documentsOf(lot: RunLot): Promise<KeptDocument[]>;
  /** Keeps what was computed of a lot; with the last one the run is proposed. In the same transaction the work is done. */
  commitLot(
    lot: RunLot,
    computed: { readonly changes: readonly ProposedChange[]; readonly failed: number },
    work: { readonly id: string; readonly owner: string },
  ): Promise<FinishedWork>;
  counts(runId: string): Promise<RunCounts>;
  /** Documents that are `changed`, in the order of receipt. */
  changes(runId: string, limit: number): Promise<ListedChange[]>;
  /** Changes the state if it is one of these; undefined when it is not, or there is no such run. */
  turn(runId: string, from: readonly RunState[], to: RunState): Promise<Run | undefined>;
  /** Puts some of an `accepting` run's changes in force; the last step makes it `accepted`. */
  acceptSome(runId: string): Promise<MovedChanges>;
  /** Puts back in force some of what was before a run that is `rolling-back`; the last step makes it `rolled-back`. */
  rollBackSome(runId: string): Promise<MovedChanges>;
  /** Forgets some of what a `rejecting` run computed; the last step makes it `rejected`. */
  forgetSome(runId: string): Promise<{ readonly isDone: boolean }>;
}
