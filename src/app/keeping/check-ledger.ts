import type { LedgerCounts } from '#domain/ledger.ts';
import type { LedgerProblem } from '#ports/kept-files.ts';
import type { Keeping } from './open-keeping.ts';

/** What came in and what became of it, and whether all of it is where it should be. */
export interface LedgerReport {
  readonly cases: readonly { readonly caseName: string; readonly counts: LedgerCounts }[];
  readonly all: LedgerCounts;
  /** Why files were rejected, by failure code. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly problems: readonly LedgerProblem[];
}

/** Reads the ledger, of one case or of all, and compares it with documents and work. */
export async function checkLedger({ cases, files }: Keeping, caseId?: string): Promise<LedgerReport> {
  const shown = (await cases.all()).filter(({ id }) => caseId === undefined || id === caseId);
  const byCase: { caseName: string; counts: LedgerCounts }[] = [];
  for (const { id, name } of shown) byCase.push({ caseName: name, counts: await files.counts(id) });
  return {
    cases: byCase,
    all: await files.counts(caseId),
    reasons: await files.rejections(caseId),
    problems: await files.unaccounted(caseId),
  };
}
