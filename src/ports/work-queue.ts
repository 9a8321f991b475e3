import type { WorkClass, WorkKind } from '#domain/work-kind.ts';

/** One thing to do, as it is handed to a worker. */
export interface WorkItem {
  readonly id: string;
  readonly kind: WorkKind;
  /** Id of the file, of the case, of the lot of a run, or of the upload. */
  readonly subject: string;
  readonly caseId: string | null;
  readonly workClass: WorkClass;
  /** The n-th waiting item of its case, from 1: cases take turns. */
  readonly rank: number;
  /** Tries before this one. */
  readonly attempts: number;
}

/** How a try ended. `lost`: the row is not there any more, or somebody else's. */
export type WorkOutcome =
  | { readonly end: 'done' | 'lost' }
  | { readonly end: 'later'; readonly afterMs: number }
  | { readonly end: 'dead' };

/** Does one item and settles its row; `taken` is given when the row is the worker's already. Never throws for a failure of the item itself. */
export type Worker = (itemId: string, signal: AbortSignal, taken?: WorkItem) => Promise<WorkOutcome>;

/**
 * Hands out work whose rows are in the database (docs/keeping.md). It may forget everything: `offer` is called again at start and once a minute
 * with whatever is ready, and offering what is known already does nothing.
 */
export interface WorkQueue {
  offer(items: readonly WorkItem[]): Promise<void>;
  /**
   * Works until the signal is given, or until nothing is left when draining. Items that are under way are finished first. More important classes
   * first, then lower ranks, then older ones.
   */
  work(
    worker: Worker,
    options: { readonly concurrency: number; readonly signal: AbortSignal; readonly isDraining: boolean },
  ): Promise<void>;
  /** No new item is begun anywhere until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  isPaused(): Promise<boolean>;
  close(): Promise<void>;
}

/** How a row was settled. `again`: it was asked for anew while it ran, and is ready once more. `lost`: it is not this owner's any more. */
export type FinishedWork = 'done' | 'again' | 'lost';

/** How many rows are in each state; `later`: put off, and not due yet. */
export interface WorkCounts {
  readonly ready: number;
  readonly running: number;
  readonly later: number;
  readonly dead: number;
}

/** The rows of the table `work`. All throw `database-away`. Settling says false when the item is not this owner's any more, and changes nothing then. */
export interface WorkStore {
  /**
   * Adds what is not there yet, and gives those that are ready now. An item of the same kind and subject is there once: asked for again while it
   * runs, it is done once more afterwards; dead, it is ready again.
   */
  add(items: readonly NewWork[]): Promise<WorkItem[]>;
  /** Takes the most important ready item; undefined when there is none, or work is paused. The lease ends after `leaseMs` unless it is renewed. */
  claim(owner: string, leaseMs: number): Promise<WorkItem | undefined>;
  /** Takes this item, when it is ready and due and work is not paused, or when it is this owner's already; undefined otherwise. */
  claimOne(id: string, owner: string, leaseMs: number): Promise<WorkItem | undefined>;
  renew(ids: readonly string[], owner: string, leaseMs: number): Promise<void>;
  /** The try failed: once more after a pause. */
  putOff(id: string, owner: string, failure: { readonly code: string; readonly afterMs: number }): Promise<boolean>;
  /** It could not even be tried: once more after a pause, and the try does not count. */
  giveBack(id: string, owner: string, failure: { readonly code: string; readonly afterMs: number }): Promise<boolean>;
  /** The last try failed. */
  bury(id: string, owner: string, failure: { readonly code: string }): Promise<boolean>;
  /** Done: the row goes. */
  finish(id: string, owner: string): Promise<FinishedWork>;
  /** The item about a subject, as it stands; undefined when there is nothing to do about it. */
  find(kind: WorkKind, subject: string): Promise<FoundWork | undefined>;
  /** Who has begun something and not settled it. */
  owners(): Promise<string[]>;
  /** What was begun by owners that are gone becomes ready again; how many. */
  releaseExpired(): Promise<number>;
  releaseOwner(owner: string): Promise<number>;
  /** What is ready and due, most important first. */
  ready(limit: number): Promise<WorkItem[]>;
  /** When the next put-off item is due, in milliseconds from now; undefined when none waits. */
  nextDueMs(): Promise<number | undefined>;
  /** Of one class, or of all. */
  counts(workClass?: WorkClass): Promise<WorkCounts>;
  /** The latest first. */
  dead(): Promise<readonly DeadWork[]>;
  /** Makes dead items ready again, all when no ids are given; how many. */
  revive(ids?: readonly string[]): Promise<number>;
  setPaused(isPaused: boolean): Promise<void>;
  isPaused(): Promise<boolean>;
}

/** A row as it stands. */
export interface FoundWork {
  readonly id: string;
  readonly state: 'ready' | 'running' | 'dead';
  /** Why it is dead, or was put off. */
  readonly failure: string | null;
}

export type NewWork = Omit<WorkItem, 'id' | 'attempts' | 'rank'>;
export type DeadWork = WorkItem & { readonly code: string; readonly at: Date };
