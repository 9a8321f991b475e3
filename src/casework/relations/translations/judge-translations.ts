import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { fillSentence } from '../../fill-sentence.ts';
import { printedDate } from '../call-paper.ts';
import { findDifferences } from './find-differences.ts';
import { type GivenPair, type Pairing, pairTranslations, type TranslationPair } from './pair-translations.ts';
import type { TranslationContext } from './translation-context.ts';

export interface TranslationsJudgement extends Pick<Pairing, 'pairs'> {
  readonly findings: readonly CrossFinding[];
}

/** Translations with their originals; what differs between the two, and what has no counterpart. */
export function judgeTranslations(
  papers: readonly CasePaper[],
  context: TranslationContext,
  given: readonly GivenPair[] = [],
): TranslationsJudgement {
  const { pairs, untranslated, alone } = pairTranslations(papers, context, given);
  const { rules, names } = context;
  const findings: CrossFinding[] = pairs.flatMap((pair) => [...unsure(pair, context), ...differing(pair, context)]);
  if (untranslated.length > 0) {
    const listed = names.list(untranslated.map((paper) => names.of(paper)));
    const message = fillSentence(rules.sentences.untranslated, { papers: listed });
    findings.push(finding(['translation-missing', 'weak'], message, untranslated));
  }
  for (const paper of alone) {
    const message = fillSentence(rules.sentences.alone, { translation: names.of(paper) });
    findings.push(finding(['translation-alone', 'weak'], message, [paper]));
  }
  return { pairs, findings };
}

function unsure({ original, translation, confidence }: TranslationPair, { rules, names }: TranslationContext) {
  if (confidence >= rules.sureFrom) return [];
  const values = { original: names.of(original), translation: names.of(translation) };
  return [
    finding(['translation-unsure', 'info'], fillSentence(rules.sentences.unsure, values), [translation, original]),
  ];
}

function differing(pair: TranslationPair, { rules, names }: TranslationContext): CrossFinding[] {
  const { original, translation, confidence, facts } = pair;
  const differences = confidence < rules.sureFrom ? [] : findDifferences(facts.original, facts.translation);
  if (differences.length === 0) return [];
  const shown = differences.map(({ kind, ...values }) =>
    fillSentence(rules.sentences.difference, {
      original: kind === 'day' ? printedDate(values.original) : values.original,
      translation: kind === 'day' ? printedDate(values.translation) : values.translation,
    }),
  );
  const message = fillSentence(rules.sentences.differs, {
    original: names.of(original),
    translation: names.of(translation),
    differences: names.list(shown),
  });
  return [finding(['translation-differs', 'weak'], message, [translation, original])];
}

function finding(
  [rule, severity]: readonly [string, CrossFinding['severity']],
  message: CrossFinding['message'],
  papers: readonly CasePaper[],
): CrossFinding {
  return { kind: 'translation', rule, severity, message, papers: papers.map(({ key }) => key) };
}
