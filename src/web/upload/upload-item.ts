import type { FileRow } from '#http/contract/cases.ts';
import type { FailureText } from '../api/api-failure.ts';

/** How far a file has come on its way to the server. `paused`: the line is down, it is tried again by itself. */
export type UploadPhase = 'queued' | 'sending' | 'paused' | 'received' | 'failed';

/** A file that somebody dropped. */
export interface UploadItem {
  readonly id: string;
  readonly caseId: string;
  /** With its folders, as it was dropped. */
  readonly path: string;
  readonly file: File;
  readonly phase: UploadPhase;
  readonly sentBytes: number;
  /** What it became, once it is received: itself, after what was in it. */
  readonly receipt: readonly FileRow[];
  /** Why it was not taken. */
  readonly failure: FailureText | null;
}
