import type { WorkClass, WorkKind } from '#domain/work-kind.ts';

/** `later`: put off, not due yet. `dead`: its last try failed. */
export type WorkState = 'ready' | 'running' | 'later' | 'dead';

/** Counts over all that is kept, whichever process brought it about: for metrics, health and doctor. Each throws `database-away`. */
export interface StoreFigures {
  /** Every class and state that has items. */
  work(): Promise<
    readonly {
      readonly workClass: WorkClass;
      readonly state: WorkState;
      readonly items: number;
      /** How long the oldest of them has been due, in milliseconds. */
      readonly waitingMs: number;
    }[]
  >;
  /** What somebody is working on just now, by whom and since when; the longest first. */
  leases(): Promise<
    readonly {
      readonly owner: string;
      readonly kind: WorkKind;
      readonly subject: string;
      readonly workClass: WorkClass;
      readonly begunAt: Date | null;
      readonly leaseUntil: Date;
    }[]
  >;
  /** Pages of files, and documents of a run's lots, that were done within so many milliseconds, all workers together. */
  pagesDone(withinMs: number): Promise<number>;
  runDone(runId: string, withinMs: number): Promise<number>;
  /** Bytes of the database on its disk. */
  databaseBytes(): Promise<number>;
  /** Dead items by the code of their failure. */
  dead(): Promise<readonly { readonly code: string; readonly items: number }[]>;
  /** Documents in force, and how many of them a person corrected in some field. `type` is null where Liasse did not decide. */
  documents(): Promise<
    readonly {
      readonly type: string | null;
      readonly status: string;
      readonly pipelineVersion: string;
      readonly documents: number;
      readonly corrected: number;
    }[]
  >;
}
