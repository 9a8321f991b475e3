import type { KeptDocument } from './kept-results.ts';

/** Whose papers, and of which case if not of all that are open. */
export interface ReviewScope {
  readonly teamIds: readonly string[] | 'all';
  readonly caseId?: string | undefined;
}

/** The papers that need a person. */
export interface ReviewList {
  count(scope: ReviewScope): Promise<number>;
  /** At most so many: those with any of these flags first, then those that are worth most. */
  worst(
    scope: ReviewScope,
    order: { readonly gravest: readonly string[]; readonly limit: number },
  ): Promise<KeptDocument[]>;
}
