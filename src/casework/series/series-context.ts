import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CaseInput, CasePaper } from '#domain/case-paper.ts';
import type { Bilingual } from '#domain/findings.ts';
import { type Filling, fillSentence } from '../fill-sentence.ts';
import type { RelationRules, RelationsJudgement } from '../relations/judge-relations.ts';

/** What looking at series needs. */
export interface SeriesContext {
  readonly input: CaseInput;
  readonly rules: RelationRules;
  readonly relations: RelationsJudgement;
  /** Papers that are no copies and not surely somebody else's, in the order in which they came. */
  readonly papers: readonly CasePaper[];
  /** Somebody else's among them: a host's identity paper. */
  readonly everybodys: readonly CasePaper[];
}

export function createSeriesContext(
  input: CaseInput,
  rules: RelationRules,
  relations: RelationsJudgement,
): SeriesContext {
  const { people, worseCopies } = relations;
  const everybodys = input.papers.filter(({ key, copyOf }) => copyOf === null && !worseCopies.has(key));
  const papers = everybodys.filter(({ key }) => people?.abouts.get(key)?.kind !== 'somebodyElse');
  return { input, rules, relations, papers, everybodys };
}

/** A finding, its sentence filled. */
export function findingOf(
  { kind, rule }: Pick<CrossFinding, 'kind' | 'rule'>,
  { severity, message }: { readonly severity: CrossFinding['severity']; readonly message: Bilingual },
  { values, papers }: { readonly values: Readonly<Record<string, Filling>>; readonly papers: readonly CasePaper[] },
): CrossFinding {
  return { kind, rule, severity, message: fillSentence(message, values), papers: papers.map(({ key }) => key) };
}
