import type { Cell, Coverage, CriterionJudgement, Statement } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { fillSentence } from '../fill-sentence.ts';
import { type Carried, carryCriterion } from './carry-criterion.ts';
import { type CellRules, judgeCell } from './judge-cell.ts';

/** The evidence table over a whole case. */
export interface Matrix {
  /** By criterion in the order of the table, then the strongest paper first. */
  readonly cells: readonly Cell[];
  /** The criterion that the file carries best first. */
  readonly criteria: readonly CriterionJudgement[];
}

/** Criteria × papers: what each paper is worth for each criterion, and what all of them together are. Deterministic. */
export function judgeCriteria(papers: readonly CasePaper[], rules: CellRules): Matrix {
  const types = new Map(papers.map(({ key, record }) => [key, record.type?.id ?? '']));
  const judged = rules.pipeline.evidenceTable.criteria.map(({ id, label }) => {
    const cells = papers.flatMap((paper) => judgeCell(paper, id, rules) ?? []).sort(byStrength);
    const counted = cells.filter(({ isCounted }) => isCounted);
    const typeOf = (paper: string): string => types.get(paper) ?? '';
    const carried = carryCriterion(id, { cells: counted, typeOf }, rules.matrix);
    const { strength } = carried;
    const possible = carryCriterion(id, { cells: cells.filter(isOpen), typeOf }, rules.matrix).strength;
    const coverage = coverageOf({ strength, possible, counted: counted.length }, rules.matrix.metFrom);
    const because = [
      carriedBy(coverage, { cells, strength, typeOf }, rules),
      ...restrictions(id, { coverage, carried }, rules.matrix),
    ];
    return { cells, criterion: { id, label, coverage, strength, rank: 0, because } };
  });
  const ranked = judged.map(({ criterion }) => criterion).sort((a, b) => byCarrying(a, b, rules.matrix));
  return {
    cells: judged.flatMap(({ cells }) => cells),
    criteria: ranked.map((criterion, index) => ({ ...criterion, rank: index + 1 })),
  };
}

/** Whether a paper may yet come to count: a copy never does. */
function isOpen({ isCounted, factors }: Cell): boolean {
  return isCounted || factors.at(-1)?.rule === 'doubtful';
}

function coverageOf(
  { strength, possible, counted }: { readonly strength: number; readonly possible: number; readonly counted: number },
  metFrom: number,
): Coverage {
  if (strength >= metFrom) return 'met';
  // What a person has yet to look at could carry it: neither a yes nor a no.
  if (possible >= metFrom || (counted === 0 && possible > 0)) return 'unclear';
  return counted === 0 ? 'missing' : 'weak';
}

function carriedBy(
  coverage: Coverage,
  {
    cells,
    strength,
    typeOf,
  }: { readonly cells: readonly Cell[]; readonly strength: number; typeOf(paper: string): string },
  { matrix, pipeline }: CellRules,
): Statement {
  const counted = cells.filter(({ isCounted }) => isCounted);
  const shown = coverage === 'unclear' ? cells.filter((cell) => !cell.isCounted && isOpen(cell)) : counted;
  const [best] = shown;
  const type = typeOf(best?.paper ?? '');
  const values = { count: shown.length, strength, best: pipeline.documentTypes[type]?.label ?? type };
  const message = fillSentence(matrix.sentences[coverage], values);
  return { rule: coverage, message, papers: shown.map(({ paper }) => paper) };
}

/** What is said of a criterion beside its figure. */
function restrictions(
  criterion: string,
  { coverage, carried: { lacks } }: { readonly coverage: Coverage; readonly carried: Carried },
  { supporting, sentences }: CellRules['matrix'],
): Statement[] {
  if (coverage === 'missing') return [];
  return [
    ...(lacks === undefined ? [] : [{ rule: lacks.id, message: lacks.message, papers: [] }]),
    ...(supporting.includes(criterion) ? [{ rule: 'supporting', message: sentences.supporting, papers: [] }] : []),
  ];
}

function byStrength(a: Cell, b: Cell): number {
  if (a.isCounted !== b.isCounted) return a.isCounted ? -1 : 1;
  return b.strength - a.strength || (a.paper < b.paper ? -1 : 1);
}

const COVERAGES: readonly Coverage[] = ['met', 'unclear', 'weak', 'missing'];

/** What is met first; among these what carries a file alone, then what is stronger; else as they stand in the table (sorting is stable). */
function byCarrying(a: CriterionJudgement, b: CriterionJudgement, { supporting }: CellRules['matrix']): number {
  return (
    COVERAGES.indexOf(a.coverage) - COVERAGES.indexOf(b.coverage) ||
    Number(supporting.includes(a.id)) - Number(supporting.includes(b.id)) ||
    b.strength - a.strength
  );
}
