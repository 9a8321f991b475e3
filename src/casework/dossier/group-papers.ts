import type { DossierRules } from '#definitions/casework/dossier.schema.ts';
import type { CaseJudgement, CriterionJudgement } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { Bilingual } from '#domain/findings.ts';
import { DOSSIER_WORDS } from './dossier-words.ts';

/** Where a paper is listed. */
export interface PaperGroup {
  /** Groups come in the order of their ranks. */
  readonly rank: number;
  readonly label: string;
  /** In place of "Annexe n"; undefined where annexes are numbered. */
  readonly name: string | undefined;
}

/** What grouping goes by. */
export interface GroupContext {
  readonly judgement: Pick<CaseJudgement, 'criteria' | 'cells' | 'findings'>;
  readonly rules: Pick<DossierRules, 'sections' | 'rest'>;
  readonly language: keyof Bilingual;
}

/** Criteria that a paper speaks to, the one it carries best first; what counts comes before what does not. */
export function criteriaOf(paper: CasePaper, { judgement }: GroupContext): readonly CriterionJudgement[] {
  const cells = judgement.cells.filter((cell) => cell.paper === paper.key);
  const worth = (id: string): number => {
    const cell = cells.find(({ criterion }) => criterion === id);
    if (cell === undefined) return paper.record.criteria.find((one) => one.id === id)?.weight ?? 0;
    return cell.strength + (cell.isCounted ? 1000 : 1);
  };
  return judgement.criteria
    .filter(({ id }) => worth(id) > 0)
    .toSorted((a, b) => worth(b.id) - worth(a.id) || a.rank - b.rank);
}

/** The group of a paper: its section, else the criterion it carries best, else the rest. */
export function groupOf(paper: CasePaper, context: GroupContext): PaperGroup {
  const { rules, judgement, language } = context;
  const { sections, rest } = rules;
  const behind = sections.length + judgement.criteria.length;
  if (paper.record.pages === null)
    return { rank: 2 * behind + 1, label: DOSSIER_WORDS[language].apartHeading, name: undefined };
  const index = sectionOf(paper, context);
  const section = sections[index];
  if (section !== undefined) {
    const rank = section.place === 'first' ? index : behind + index;
    return { rank, label: section.label[language], name: section.name?.[language] };
  }
  const [main] = criteriaOf(paper, context);
  if (main === undefined) return { rank: 2 * behind, label: rest[language], name: undefined };
  return { rank: sections.length + main.rank - 1, label: main.label[language], name: undefined };
}

/** Index of the section of a paper: that of its type, else the one whose findings it bears out; -1 for none. */
function sectionOf({ key, record }: CasePaper, { rules: { sections }, judgement }: GroupContext): number {
  const byType = sections.findIndex(({ types }) => types.includes(record.type?.id ?? ''));
  if (byType >= 0) return byType;
  return sections.findIndex(({ findings }) =>
    judgement.findings.some(
      ({ rule, coverage, papers }) => coverage === 'met' && findings.includes(rule) && papers.includes(key),
    ),
  );
}
