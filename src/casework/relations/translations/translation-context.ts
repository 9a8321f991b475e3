import type { PapersRules } from '#definitions/casework/papers.schema.ts';
import type { TranslationsRules } from '#definitions/casework/translations.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { phraseFinder, readingOf } from '../../paper-reading.ts';
import type { PaperNames } from '../call-paper.ts';

/** What pairing translations needs. */
export interface TranslationContext {
  readonly rules: TranslationsRules;
  readonly names: PaperNames;
  /** Types by which a paper is called in a text. */
  typesNamed(text: string): ReadonlySet<string>;
  /** Languages that a text says it was made from, by code. */
  languagesNamed(text: string): ReadonlySet<string>;
  /** Whether a text holds the name of somebody whom a paper names; undefined when it names nobody. */
  holdsNameOf(original: CasePaper, translation: CasePaper): boolean | undefined;
}

export function createTranslationContext(
  rules: TranslationsRules,
  { names, typeWords, holdsNameOf }: Pick<TranslationContext, 'names' | 'holdsNameOf'> & Pick<PapersRules, 'typeWords'>,
): TranslationContext {
  const types = Object.entries(typeWords).map(([type, words]) => ({ type, isIn: phraseFinder(words) }));
  return {
    rules,
    names,
    holdsNameOf,
    typesNamed: (text) => new Set(types.filter(({ isIn }) => isIn(text)).map(({ type }) => type)),
    languagesNamed: createLanguageFinder(rules),
  };
}

/** Finds the languages that a text says it was made from, by code. */
export function createLanguageFinder(
  rules: Pick<TranslationsRules, 'languages' | 'languageForms'>,
): TranslationContext['languagesNamed'] {
  const languages = Object.entries(rules.languages).map(([code, words]) => {
    const phrases = words.flatMap((language) =>
      rules.languageForms.map((form) => form.replace('{language}', language)),
    );
    return { code, isIn: phraseFinder(phrases) };
  });
  return (text) => new Set(languages.filter(({ isIn }) => isIn(text)).map(({ code }) => code));
}

/** Tells translations from other papers, by type or by their own words. */
export function createTranslationTest({
  types,
  marks,
  targetLanguages,
}: TranslationsRules): (paper: CasePaper) => boolean {
  const bearsMark = phraseFinder(marks);
  return (paper) => {
    const { type, languages } = paper.record;
    if (type !== null && types.includes(type.id)) return true;
    return targetLanguages.includes(languages[0]?.code ?? '') && bearsMark(readingOf(paper).text);
  };
}
