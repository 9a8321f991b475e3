const ROMAN: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
/** What recognisers make of the letters of Roman numbers, and what they look like in Cyrillic. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  l: 'i',
  '1': 'i',
  '|': 'i',
  '!': 'i',
  і: 'i',
  ї: 'i',
  у: 'v',
  х: 'x',
  п: 'ii',
  ш: 'iii',
};

/**
 * The month, 1–12, that a folded word means as a Roman number ("viii", "vill", "у1", "ушi"); undefined for none. Words whose letters were all
 * read as others ("ll") are taken where they can be nothing else: "il" and "li" are words.
 */
export function romanMonthOf(key: string): number | undefined {
  if (/^(?:il|li|l)$/.test(key)) return undefined;
  const month = ROMAN.indexOf([...key].map((letter) => LOOKS_LIKE[letter] ?? letter).join('')) + 1;
  return month > 0 ? month : undefined;
}
