import type { Decision } from '#domain/decisions.ts';

/** A decision as it is kept. */
export interface KeptDecision {
  /** Later ones have greater numbers. */
  readonly id: string;
  /** Who decided; null where that was not noted. */
  readonly by: string | null;
  readonly decision: Decision;
}

/** Everything that persons of an organisation decided. Decisions are added, never changed. */
export interface DecisionStore {
  /** Oldest first. A record that was cut off by a crash is not there: it was never acknowledged. */
  all(): Promise<Decision[]>;
  /** Those about any of these documents, or about where documents begin in these bytes; oldest first. */
  about(subject: { readonly documents: readonly string[]; readonly sha256: string }): Promise<KeptDecision[]>;
  /** Of how many papers a person said the type, ever or since a moment. */
  countTyped(since?: Date): Promise<number>;
  /** Settles when the decisions are on the disk, all of them or none; their ids. */
  add(decisions: readonly Decision[]): Promise<string[]>;
}
