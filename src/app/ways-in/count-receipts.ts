import type { FailureCode } from '#domain/failure.ts';
import type { Receipt } from '#ports/received-files.ts';

/** What became of the papers that came in; archives and messages are not counted beside what was in them. */
export interface ReceiptCounts {
  /** They will be read. */
  readonly taken: number;
  /** Their bytes were in the case before. */
  readonly known: number;
  readonly rejected: number;
  /** Why those were rejected, and how many. */
  readonly reasons: ReadonlyMap<FailureCode, number>;
}

export const NO_RECEIPTS: ReceiptCounts = { taken: 0, known: 0, rejected: 0, reasons: new Map() };

/** The counts with these receipts added. */
export function countReceipts(counts: ReceiptCounts, receipts: readonly Receipt[]): ReceiptCounts {
  const papers = receipts.filter(({ isContainer, state }) => !isContainer || state === 'rejected');
  const taken = papers.filter(({ state }) => state === 'waiting').length;
  const failures = papers.flatMap(({ state, failure }) => (state === 'rejected' && failure !== null ? [failure] : []));
  const reasons = new Map(counts.reasons);
  for (const failure of failures) reasons.set(failure, (reasons.get(failure) ?? 0) + 1);
  return {
    taken: counts.taken + taken,
    known: counts.known + papers.length - taken - failures.length,
    rejected: counts.rejected + failures.length,
    reasons,
  };
}
