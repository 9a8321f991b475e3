/** Finds the known words that a printed word may be a misreading of. */
export interface MisreadIndex {
  /** Known words that differ by a letter lost, added or read wrong (in long words by both a lost and an added one), in the order of the list. */
  near(printed: string): string[];
}

/**
 * Two words with a letter lost or wrong are equal once one letter is left out of each (or of one of them). What is left of a word is kept as a
 * number: as text, the hundred thousand rests of all known words of all languages took longer to make than a page takes to read.
 * Different rests may share a number, so that a word may be found that is not near: whoever asks measures the distance.
 */
export function createMisreadIndex(words: readonly string[]): MisreadIndex {
  const rests = words.map(restsOf);
  const count = rests.reduce((sum, { length }) => sum + length, 0);
  const mask = powerOfTwoAbove(count) - 1;
  // Rests with the same last bits are chained: 0 ends a chain, entries count from 1.
  const chains = new Int32Array(mask + 1);
  const next = new Int32Array(count + 1);
  const numbers = new Int32Array(count + 1);
  const wordOf = new Int32Array(count + 1);
  let entry = 0;
  // From the last to the first, since a chain gives what was put in last at first.
  for (let word = words.length - 1; word >= 0; word -= 1) {
    for (const rest of rests[word] ?? []) {
      entry += 1;
      next[entry] = chains[rest & mask] ?? 0;
      chains[rest & mask] = entry;
      numbers[entry] = rest;
      wordOf[entry] = word;
    }
  }
  const addWordsWith = (rest: number, found: string[]): void => {
    for (let at = chains[rest & mask] ?? 0; at !== 0; at = next[at] ?? 0) {
      const word = numbers[at] === rest ? words[wordOf[at] ?? 0] : undefined;
      if (word !== undefined) found.push(word);
    }
  };
  return {
    near: (printed) => {
      const found: string[] = [];
      for (const rest of restsOf(printed)) addWordsWith(rest, found);
      return found;
    },
  };
}

const BASE = 0x01000193;
/** Powers of the base, as many as the longest word so far needed. */
const powers = [1];

/** Numbers of the word and of the word without its first, second, … letter: of each the value of its letters as the digits of a number, in 32 bits. */
function restsOf(word: string): Int32Array {
  const { length } = word;
  while (powers.length < length) powers.push(Math.imul(powers.at(-1) ?? 1, BASE));
  const rests = new Int32Array(length + 1);
  // What stands before each letter, first; what it takes to drop the letter and move that up is known only at the end.
  let whole = 0;
  for (let at = 0; at < length; at += 1) {
    rests[at + 1] = whole;
    whole = (Math.imul(whole, BASE) + word.charCodeAt(at)) | 0;
  }
  for (let at = 0; at < length; at += 1) {
    const before = rests[at + 1] ?? 0;
    const withLetter = (Math.imul(before, BASE) + word.charCodeAt(at)) | 0;
    rests[at + 1] = (whole + Math.imul(before - withLetter, powers[length - 1 - at] ?? 1)) | 0;
  }
  rests[0] = whole;
  return rests;
}

function powerOfTwoAbove(count: number): number {
  let power = 1;
  while (power <= count) power *= 2;
  return power;
}
