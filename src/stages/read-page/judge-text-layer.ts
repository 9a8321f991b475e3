import type { TextLayer } from '#ports/pages.ts';
import { lineText } from '#text/line-text.ts';

/** Fewer letters on a page that shows a picture are a stamped line, not the page's text. */
const ENOUGH_LETTERS = 120;

/**
 * Whether a page's own text can be trusted instead of its pixels. Refused: private-use or replacement characters (a font without a map),
 * letters without vowels or spaces, next to nothing on a page covered by an image (a scan with a stamped line).
 */
export function isTrustworthy(layer: TextLayer): boolean {
  const text = layer.lines.map(lineText).join('\n');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return false;
  if (layer.coveredByImage && letters < ENOUGH_LETTERS) return false;
  const strange = text.match(/[\uFFFD\uE000-\uF8FF\u0080-\u009F]/g)?.length ?? 0;
  if (strange > letters * 0.02) return false;
  const symbols = text.match(/[^\p{L}\p{N}\p{M}\s.,;:!?'"’()°€$%/\\&@+*=_–—-]/gu)?.length ?? 0;
  if (symbols > letters * 0.25) return false;
  return hasWordLikeWords(text);
}

/** Latin words have vowels and are not endless; other scripts are taken as they are. */
function hasWordLikeWords(text: string): boolean {
  const words = text.match(/\p{Script=Latin}{3,}/gu) ?? [];
  if (words.length < 5) return true;
  const good = words.filter((word) => word.length <= 30 && /[aeiouyàâäæéèêëîïôöœùûüáíóúãõåøıəăąęșț]/i.test(word));
  return good.length >= words.length * 0.7;
}
