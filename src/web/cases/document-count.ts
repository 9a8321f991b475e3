import type { CaseRow } from '#http/contract/cases.ts';

/** All documents of a case, whatever became of them. */
export function documentCount({ done, failed, ...rest }: CaseRow['documents']): number {
  return done + failed + rest['needs-review'];
}
