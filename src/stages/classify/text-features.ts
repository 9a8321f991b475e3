import { foldWords } from '#text/fold-words.ts';

/** How often each feature (by hash) stands in a text. */
export type TextFeatures = ReadonlyMap<number, number>;

/** Beyond this many words a paper repeats itself; the head says what it is. */
const MAX_WORDS = 700;

/**
 * What the trained model sees of a text: words, pairs of neighbours, and pieces of four and five letters, which survive a misread
 * letter and carry stems through inflection. Numbers are one word `0`, so that amounts and dates do not become vocabulary.
 */
export function textFeatures(text: string): TextFeatures {
  const words = foldWords(text)
    .slice(0, MAX_WORDS)
    .map((word) => (/^\p{N}/u.test(word) ? '0' : word));
  const counts = new Map<number, number>();
  const count = (feature: string): void => {
    const hash = hashOf(feature);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  };
  words.forEach((word, at) => {
    count(word);
    const next = words[at + 1];
    if (next !== undefined) count(`${word} ${next}`);
    if (word.length >= 5) {
      const padded = `<${word}>`;
      for (let from = 0; from + 4 <= padded.length; from += 1) count(`#${padded.slice(from, from + 4)}`);
    }
  });
  return counts;
}

/** FNV-1a, 32 bits: the same on every machine. */
function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash ^= feature.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
