import type { NameReader, PersonName } from './name-reader.ts';
import type { CompareTokens } from './token-match.ts';

/** How much of a name stands in a text: `whole`: two of its words near each other (or all of a shorter one); `part`: one of them. */
export type NamePresence = 'whole' | 'part' | 'absent';

/** Words of four letters or more are a part of a name by themselves. */
const LEAST_PART = 4;
/** Words that may stand between two of a name, beside those of the name. */
const BETWEEN = 2;

/** Finds a name among folded words, in any spelling and order; what a word is worth is remembered, for papers repeat theirs. */
export function createNameFinder(
  { tokens }: PersonName,
  reader: NameReader,
  compare: CompareTokens,
): (words: readonly string[]) => NamePresence {
  const wanted = tokens.filter(({ isParticle }) => !isParticle);
  const needed = Math.min(2, wanted.length);
  const known = new Map<string, number>();
  const matchOf = (word: string): number => {
    let index = known.get(word);
    if (index === undefined) {
      const token = reader.token(word);
      index = wanted.findIndex((part) => ['same', 'close'].includes(compare(part, token)?.kind ?? ''));
      known.set(word, index);
    }
    return index;
  };
  return (words) => {
    let best: NamePresence = 'absent';
    let recent: { readonly part: number; readonly at: number }[] = [];
    for (const [at, word] of words.entries()) {
      const part = matchOf(word);
      if (part < 0) continue;
      recent = [
        ...recent.filter((other) => other.part !== part && at - other.at <= tokens.length + BETWEEN),
        { part, at },
      ];
      if (recent.length >= needed) return 'whole';
      if (word.length >= LEAST_PART) best = 'part';
    }
    return best;
  };
}
