import type { TranslationDifference } from '#domain/translation-order.ts';
import type { Words } from '../words/use-words.ts';

/** A difference with a name of its own and what is said of it. */
export interface ShownDifference extends TranslationDifference {
  readonly id: string;
  readonly label: string;
}

export function shownDifferences(
  differences: readonly TranslationDifference[],
  words: Pick<Words, 't' | 'format'>,
): ShownDifference[] {
  return differences.map((difference, index) => {
    const kind = words.t(`translations.differences.${difference.kind}`);
    const isLanguage = difference.kind === 'into' || difference.kind === 'from';
    const said = isLanguage
      ? words.format.languageName(difference.original)
      : (difference.originalPlace?.text ?? difference.original);
    return { ...difference, id: `d${index}`, label: `${kind} : ${said}` };
  });
}
