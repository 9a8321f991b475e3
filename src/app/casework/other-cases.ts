import type { CaseJudgement } from '#domain/case-judgement.ts';
import type { CaseInput } from '#domain/case-paper.ts';
import type { Keeping } from '../keeping/open-keeping.ts';

/** A paper that names the client of another case. */
export interface PaperOfOtherCase {
  readonly file: string;
  readonly page: number;
  /** The names of these cases, for those only who may see them. */
  readonly cases: readonly string[];
}

/** The papers of a case that name clients of other cases, with which cases are meant; those that were purged since are left out. */
export async function papersOfOtherCases(
  { cases }: Pick<Keeping, 'cases'>,
  { papers }: Pick<CaseInput, 'papers'>,
  { findings }: Pick<CaseJudgement, 'findings'>,
): Promise<PaperOfOtherCase[]> {
  const named: PaperOfOtherCase[] = [];
  for (const finding of findings) {
    const paper = papers.find(({ key }) => finding.papers.includes(key));
    if (finding.otherCases === undefined || paper === undefined) continue;
    const found = await Promise.all(finding.otherCases.map((id) => cases.byId(id)));
    const names = found.flatMap((one) => (one === undefined ? [] : [one.name]));
    named.push({ file: paper.record.file, page: paper.record.pages?.from ?? 1, cases: names });
  }
  return named;
}
