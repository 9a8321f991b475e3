import type { CaseJudgement } from '#domain/case-judgement.ts';
import type { FailureCode } from '#domain/failure.ts';
import type { KeptCase } from '#ports/kept-files.ts';
import type { KeepingPlaces } from '../../config.ts';

/** Which case is to be judged, as of a day (ISO 8601), by which state of the knowledge. */
export interface WantedJudgement {
  readonly kept: Pick<KeptCase, 'id' | 'name'>;
  readonly asOf: string;
  /** `Knowledge.version`: a thread that knows another one reads it anew. */
  readonly knowledge: string;
}

/** What the thread is started with. */
export interface JudgingStart {
  readonly places: KeepingPlaces;
  readonly pipelineId: string;
}

/** What it is asked for; it ends after `stop`. */
export type JudgingRequest = { readonly id: number; readonly wanted: WantedJudgement } | 'stop';

/** What it answers, after `ready`, in the order in which it is done. Both sides are the same program. */
export type JudgingReply =
  | { readonly id: number; readonly judgement: CaseJudgement }
  | { readonly id: number; readonly code: FailureCode };
