import type { CasePaper } from '#domain/case-paper.ts';
import { readingOf } from '../../paper-reading.ts';
import type { TranslationContext } from './translation-context.ts';

/** A translation with what it says of its original, and what is compared. */
export interface ReadTranslation {
  readonly paper: CasePaper;
  readonly types: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  readonly facts: ComparedFacts;
}

/** Days (ISO) and numbers of a paper: what a translation may not change. */
export interface ComparedFacts {
  readonly days: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

export function readTranslation(paper: CasePaper, context: TranslationContext): ReadTranslation {
  const { text } = readingOf(paper);
  return {
    paper,
    types: context.typesNamed(text),
    languages: context.languagesNamed(text),
    facts: comparedFacts(paper, context),
  };
}

const DAY = 10;
const YEAR = /^(?:19|20)\d\d$/;

export function comparedFacts(paper: CasePaper, { rules }: TranslationContext): ComparedFacts {
  const days = paper.record.dates
    .filter(({ iso, confidence }) => iso.length === DAY && confidence >= rules.leastConfidence)
    .map(({ iso }) => iso);
  const numbers = (readingOf(paper).text.match(/\d+/g) ?? []).filter(
    (number) => number.length >= rules.leastFigures && !YEAR.test(number),
  );
  return { days: new Set(days), numbers: new Set(numbers) };
}

/** Log-odds that a translation is that of an original. */
export function scorePair(
  translation: ReadTranslation,
  { paper: original, facts }: { readonly paper: CasePaper; readonly facts: ComparedFacts },
  context: TranslationContext,
): number {
  const { weights } = context.rules;
  const numbers = shareOf(facts.numbers, translation.facts.numbers);
  return (
    weights.base +
    languageScore(translation, original, context) +
    typeScore(translation, original, context) +
    nameScore(translation, original, context) +
    dayScore(translation.facts, facts, context) +
    weights.numbers * (numbers ?? 0) +
    orderScore(translation.paper, original, context)
  );
}

function languageScore({ languages }: ReadTranslation, { record }: CasePaper, { rules }: TranslationContext): number {
  const own = record.languages.map(({ code }) => code).filter((code) => !rules.targetLanguages.includes(code));
  if (languages.size === 0 || own.length === 0) return 0;
  return own.some((code) => languages.has(code)) ? rules.weights.language : rules.weights.otherLanguage;
}

function typeScore({ types, paper }: ReadTranslation, { record }: CasePaper, { rules }: TranslationContext): number {
  const type = record.type?.id ?? '';
  if (types.has(type) || paper.record.type?.id === type) return rules.weights.type;
  const others = [...types].filter((one) => !rules.types.includes(one));
  return others.length > 0 ? rules.weights.otherType : 0;
}

function nameScore(
  { paper }: ReadTranslation,
  original: CasePaper,
  { rules, holdsNameOf }: TranslationContext,
): number {
  const hasName = holdsNameOf(original, paper);
  if (hasName === undefined) return 0;
  return hasName ? rules.weights.names : rules.weights.noNames;
}

function dayScore(translation: ComparedFacts, original: ComparedFacts, { rules }: TranslationContext): number {
  const share = shareOf(original.days, translation.days);
  if (share === undefined) return 0;
  return share > 0 ? rules.weights.dates * share : rules.weights.noDates;
}

function orderScore(translation: CasePaper, original: CasePaper, { rules }: TranslationContext): number {
  const [one, other] = [translation.record, original.record];
  const isNext = Math.abs(translation.position - original.position) === 1;
  if (one.file === other.file) return isNext ? rules.weights.sameFile : 0;
  return isNext ? rules.weights.nextReceived : 0;
}

/** Share of the original's that the translation has; undefined when the original has none. */
function shareOf(original: ReadonlySet<string>, translation: ReadonlySet<string>): number | undefined {
  return original.size === 0 ? undefined : original.intersection(translation).size / original.size;
}
