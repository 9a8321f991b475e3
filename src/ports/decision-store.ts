import type { Decision } from '#domain/decisions.ts';

/** Everything that persons of an organisation decided. Decisions are added, never changed. */
export interface DecisionStore {
  /** Oldest first. A record that was cut off by a crash is not there: it was never acknowledged. */
  all(): Promise<Decision[]>;
  /** Settles when the decisions are on the disk: all of them or none. */
  add(decisions: readonly Decision[]): Promise<void>;
}
