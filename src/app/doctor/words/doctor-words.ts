import type { CheckName, FindingCode, FindingFacts, FindingState } from '../findings.ts';

/** What `liasse doctor` says in one language. */
export interface DoctorWords {
  readonly states: Readonly<Record<FindingState, string>>;
  readonly checks: Readonly<Record<CheckName, string>>;
  /** A sentence for every finding there can be. */
  readonly sentences: { readonly [Code in FindingCode]: (facts: FindingFacts[Code]) => string };
  readonly summary: (counts: Readonly<Record<FindingState, number>>) => string;
}
