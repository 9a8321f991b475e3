import type { DossierRules } from '#definitions/casework/dossier.schema.ts';
import type { CaseJudgement } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { FailureCode } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import { DOSSIER_WORDS } from './dossier-words.ts';
import type { PaperOrder } from './paper-order.ts';

/** What came in and is no paper of anybody. */
const NO_PAPER: ReadonlySet<string> = new Set<FailureCode>([
  'empty-file',
  'damaged-archive',
  'encrypted-archive',
  'archive-too-large',
  'archive-too-deep',
  'link-loop',
  'no-such-file',
]);

/** What choosing goes by. */
export interface ChoiceContext {
  readonly judgement: Pick<CaseJudgement, 'relations' | 'findings'>;
  readonly rules: Pick<DossierRules, 'leftOut'>;
  readonly order: PaperOrder | null;
  readonly language: keyof Bilingual;
}

/** Parts the papers into annexes and those that are none, each with the reason. What a person orders is an annex. */
export function chooseAnnexes(
  papers: readonly CasePaper[],
  context: ChoiceContext,
): { readonly annexes: readonly CasePaper[]; readonly leftOut: ReadonlyMap<string, string> } {
  const ordered = new Set(context.order?.papers.map(({ paper }) => paper));
  const instead = copiesOf(papers, context, ordered);
  const leftOut = new Map<string, string>();
  for (const paper of papers) {
    const because = ordered.has(paper.key) ? undefined : reasonAgainst(paper, instead.get(paper.key), context);
    if (because !== undefined) leftOut.set(paper.key, because);
  }
  return { annexes: papers.filter(({ key }) => !leftOut.has(key)), leftOut };
}

function reasonAgainst(paper: CasePaper, better: CasePaper | undefined, context: ChoiceContext): string | undefined {
  const { key, record } = paper;
  const { order, rules, language } = context;
  const words = DOSSIER_WORDS[language];
  if (order?.refused.includes(key)) return words.notOrdered;
  if (better !== undefined) return words.copyOf(better.record.file);
  if (record.error !== null && NO_PAPER.has(record.error.code)) return words.noPaper;
  const rule = rules.leftOut.find((one) => isMeant(one, paper, context));
  if (rule !== undefined && !isExcepted(rule, paper, context)) return rule.because[language];
  return order?.isOnly ? words.notOrdered : undefined;
}

type Rule = DossierRules['leftOut'][number];

/** Whether a rule to leave out is about the paper: by its type or by a finding. */
function isMeant({ types, findings }: Rule, { key, record }: CasePaper, { judgement }: ChoiceContext): boolean {
  if (types.includes(record.type?.id ?? '')) return true;
  return judgement.findings.some(({ rule, papers }) => findings.includes(rule) && papers.includes(key));
}

function isExcepted({ unless }: Rule, { key, record }: CasePaper, { judgement }: ChoiceContext): boolean {
  const has = {
    date: record.issueDate !== null,
    issuer: (record.letterhead?.issuer ?? '') !== '',
    'client-named': judgement.relations.people.some(({ isClient, papers }) => isClient && papers.includes(key)),
  };
  return unless.length > 0 && unless.every((one) => has[one]);
}

/** Whether a paper is annexed only because it looks like one: a person should see whether it is. */
export function isAnnexedOnTrust(paper: CasePaper, context: ChoiceContext): boolean {
  const rule = context.rules.leftOut.find((one) => isMeant(one, paper, context));
  return rule !== undefined && isExcepted(rule, paper, context);
}

/** Of every paper that another stands for: the other one. Where a person named a copy, it stands for all. */
function copiesOf(
  papers: readonly CasePaper[],
  { judgement, order }: ChoiceContext,
  ordered: ReadonlySet<string>,
): ReadonlyMap<string, CasePaper> {
  const byKey = new Map(papers.map((paper) => [paper.key, paper]));
  const groups = [
    ...judgement.relations.copies.map((group) => group.papers),
    ...papers.flatMap(({ key, copyOf }) => (copyOf === null ? [] : [[copyOf, key]])),
  ];
  const instead = new Map<string, CasePaper>();
  for (const group of groups) {
    const members = group.flatMap((key) => byKey.get(key) ?? []);
    const kept = members.find(({ key }) => ordered.has(key)) ?? members.find(({ key }) => !isRefused(key, order));
    for (const { key } of members) if (kept !== undefined && key !== kept.key) instead.set(key, kept);
  }
  return instead;
}

function isRefused(key: string, order: PaperOrder | null): boolean {
  return order?.refused.includes(key) ?? false;
}
