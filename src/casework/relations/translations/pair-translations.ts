import type { CasePaper } from '#domain/case-paper.ts';
import { type ComparedFacts, comparedFacts, type ReadTranslation, readTranslation, scorePair } from './score-pair.ts';
import { createTranslationTest, type TranslationContext } from './translation-context.ts';

/** A translation with the original it is most likely that of. */
export interface TranslationPair {
  readonly original: CasePaper;
  readonly translation: CasePaper;
  /** 0..1. */
  readonly confidence: number;
  readonly facts: { readonly original: ComparedFacts; readonly translation: ComparedFacts };
}

export interface Pairing {
  readonly pairs: readonly TranslationPair[];
  /** Foreign papers, and translations, that are in no pair. */
  readonly untranslated: readonly CasePaper[];
  readonly alone: readonly CasePaper[];
}

interface Candidate {
  readonly translation: ReadTranslation;
  readonly original: { readonly paper: CasePaper; readonly facts: ComparedFacts };
  readonly score: number;
}

/** Two papers that somebody said belong together. */
export type GivenPair = Pick<TranslationPair, 'original' | 'translation'>;

/** Pairs translations with originals, those that are known first, then the likeliest, each paper in one pair at most. */
export function pairTranslations(
  papers: readonly CasePaper[],
  context: TranslationContext,
  given: readonly GivenPair[] = [],
): Pairing {
  const { rules } = context;
  const isTranslation = createTranslationTest(rules);
  const translations = papers.filter(isTranslation).map((paper) => readTranslation(paper, context));
  const originals = papers
    .filter(
      (paper) => !isTranslation(paper) && paper.record.flags.some(({ code }) => rules.foreignFlags.includes(code)),
    )
    .map((paper) => ({ paper, facts: comparedFacts(paper, context) }));
  const candidates = translations
    .flatMap((translation) =>
      originals.map(
        (original): Candidate => ({ translation, original, score: scorePair(translation, original, context) }),
      ),
    )
    .filter(({ score }) => probability(score) >= rules.pairFrom)
    .sort((a, b) => b.score - a.score || a.original.paper.position - b.original.paper.position);
  const paired = new Set<CasePaper>(given.flatMap(({ original, translation }) => [original, translation]));
  const pairs: TranslationPair[] = given.map((pair) => surePair(pair, context));
  for (const candidate of candidates) {
    const { translation, original } = candidate;
    if (paired.has(translation.paper) || paired.has(original.paper)) continue;
    pairs.push(pairOf(candidate, openRivals(candidate, candidates, paired), rules));
    paired.add(translation.paper).add(original.paper);
  }
  return {
    pairs,
    untranslated: originals.map(({ paper }) => paper).filter((paper) => !paired.has(paper)),
    alone: translations.map(({ paper }) => paper).filter((paper) => !paired.has(paper)),
  };
}

/** What a person said is not weighed. */
function surePair({ original, translation }: GivenPair, context: TranslationContext): TranslationPair {
  const facts = { original: comparedFacts(original, context), translation: comparedFacts(translation, context) };
  return { original, translation, confidence: 1, facts };
}

/** Other pairs that one of the two papers might still be in. */
function openRivals(candidate: Candidate, all: readonly Candidate[], paired: ReadonlySet<CasePaper>): Candidate[] {
  return all.filter(
    (other) =>
      other !== candidate &&
      (other.translation === candidate.translation || other.original === candidate.original) &&
      !paired.has(other.translation.paper) &&
      !paired.has(other.original.paper),
  );
}

/** A rival that is nearly as likely leaves the pair unsure, however likely both are. */
function pairOf(
  { translation, original, score }: Candidate,
  rivals: readonly Candidate[],
  rules: TranslationContext['rules'],
): TranslationPair {
  const hasTie = rivals.some((rival) => score - rival.score < rules.tie);
  const likely = probability(score);
  return {
    original: original.paper,
    translation: translation.paper,
    confidence: rounded(hasTie ? Math.min(likely, (rules.pairFrom + rules.sureFrom) / 2) : likely),
    facts: { original: original.facts, translation: translation.facts },
  };
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
