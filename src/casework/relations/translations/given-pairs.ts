import type { TranslationsRules } from '#definitions/casework/translations.schema.ts';
import type { CaseInput, CasePaper } from '#domain/case-paper.ts';
import type { GivenPair } from './pair-translations.ts';
import { createTranslationTest } from './translation-context.ts';

/**
 * The pairs that somebody accepted, as papers of the case: a copy stands for the first of its bytes, and of a file that was cut the part that is a
 * translation. What is not there any more is no pair.
 */
export function givenPairs({ papers, pairs = [] }: CaseInput, rules: TranslationsRules): GivenPair[] {
  const isTranslation = createTranslationTest(rules);
  const byKey = new Map(papers.map((paper) => [paper.key, paper]));
  const firstOf = (paper: CasePaper | undefined): CasePaper | undefined =>
    paper?.copyOf == null ? paper : byKey.get(paper.copyOf);
  const taken = new Set<CasePaper>();
  return pairs.flatMap(({ original: key, translationFile }): GivenPair[] => {
    const parts = papers.filter((paper) => paper.key.startsWith(`${translationFile}:`));
    const [original, translation] = [firstOf(byKey.get(key)), firstOf(parts.find(isTranslation) ?? parts[0])];
    if (original === undefined || translation === undefined || original === translation) return [];
    if (taken.has(original) || taken.has(translation)) return [];
    taken.add(original).add(translation);
    return [{ original, translation }];
  });
}
