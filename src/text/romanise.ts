import anyAscii from 'any-ascii';

/**
 * A folded word in the letters a to z, by the usual romanisation of its script (`محمد` → `mhmd`, `сергеева` → `sergeeva`, `王` → `wang`): for comparing names,
 * never for output. Scripts that do not write vowels give none.
 */
export function romanise(word: string): string {
  if (ROMAN.test(word)) return word;
  const known = kept.get(word);
  if (known !== undefined) return known;
  const romanised = anyAscii(word)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(word, romanised);
  return romanised;
}

const ROMAN = /^[a-z]*$/;
/** Papers of a case repeat their words. */
const kept = new Map<string, string>();
const MOST_KEPT = 20_000;
