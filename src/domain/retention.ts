import type { CaseState } from './case-state.ts';

/** A span of time as a person writes it down. */
export interface Span {
  readonly months: number;
  readonly days: number;
}

/** How long a case may stay in a state before it is due to be purged; null: for ever. */
export type RetentionRules = Readonly<Record<CaseState, Span | null>>;
