import type { TextLayer } from '#ports/pages.ts';
import { countLetters } from '#text/count-letters.ts';
import { lineText } from '#text/line-text.ts';
import { rankLanguages } from '#text/rank-languages.ts';

/** Fewer letters on a page that shows a picture are a stamped line, not the page's text. */
const ENOUGH_LETTERS = 120;
/** A layer that fills less of the height of a page covered by a picture is a stamp, a fax header, one field of a form. */
const ENOUGH_HEIGHT = 0.35;
/** With so many letters some language is recognisable; where none is, the letters are others than they seem, or a list that is read as well again. */
const TELLING_LETTERS = 300;
const NO_LANGUAGE = 0.3;

/**
 * Whether a page's own text can be trusted instead of its pixels. Refused: private-use, control or replacement characters (a font without a map,
 * or one that maps only some of its letters, as browsers print Devanagari),
 * letters without vowels or spaces or of no language (a font with a wrong map, a bad reading by another program), and text in a small part only
 * of a page covered by an image (a scan with a stamped line).
 */
export function isTrustworthy(layer: TextLayer): boolean {
  const text = layer.lines.map(lineText).join('\n');
  const letters = countLetters(text);
  if (letters === 0) return false;
  if (layer.coveredByImage && (letters < ENOUGH_LETTERS || heightOf(layer) < ENOUGH_HEIGHT)) return false;
  const strange = text.match(/[\uFFFD\p{Co}]|(?!\s)\p{Cc}/gu)?.length ?? 0;
  if (strange > letters * 0.02) return false;
  const symbols = text.match(/[^\p{L}\p{N}\p{M}\s.,;:!?'"’()°€$%/\\&@+*=_–—-]/gu)?.length ?? 0;
  if (symbols > letters * 0.25) return false;
  return hasWordLikeWords(text) && (letters < TELLING_LETTERS || isSomeLanguage(text));
}

/** The share of the page's height between its first and its last line. */
function heightOf({ lines }: TextLayer): number {
  const top = Math.min(...lines.map(({ box }) => box[1]));
  return Math.max(...lines.map(({ box }) => box[1] + box[3])) - top;
}

function isSomeLanguage(text: string): boolean {
  const [language] = rankLanguages(text);
  return language !== undefined && language.confidence >= NO_LANGUAGE;
}

/** Latin words have vowels and are not endless; other scripts are taken as they are. */
function hasWordLikeWords(text: string): boolean {
  const words = text.match(/\p{Script=Latin}{3,}/gu) ?? [];
  if (words.length < 5) return true;
  const good = words.filter((word) => word.length <= 30 && /[aeiouyàâäæéèêëîïôöœùûüáíóúãõåøıəăąęșț]/i.test(word));
  return good.length >= words.length * 0.7;
}
