import type { LanguageCues } from '#definitions/cues.schema.ts';
import { foldWords } from '#text/fold-words.ts';

/** The titles of papers in all languages, ready to tell a title from a name. */
export interface TitleWords {
  /** The line is a known title, perhaps with a number or a date after it. */
  isTitle(text: string): boolean;
  /** Begins or ends with a word that known titles begin or end with. */
  hasTitleWord(text: string): boolean;
}

/** A word at the edge of so many titles is a word for a paper (attestation, belgesi), not a word of one title. */
const TITLES_WITH_WORD = 2;
const SHORTEST_WORD = 4;

const prepared = new WeakMap<readonly LanguageCues[], TitleWords>();

/** Indexes the titles once for each pipeline. */
export function titleWords(cues: readonly LanguageCues[]): TitleWords {
  const known = prepared.get(cues);
  if (known !== undefined) return known;
  const titles = cues.flatMap((language) =>
    Object.values(language.types).flatMap((type) => type.titles.map((title) => foldWords(title))),
  );
  const whole = new Set(titles.map((words) => words.join(' ')));
  const edges = edgeWords(titles);
  const words: TitleWords = {
    isTitle: (text) => startsWithTitle(foldWords(text), whole),
    hasTitleWord: (text) => {
      const folded = foldWords(text);
      return [folded[0], folded.at(-1)].some((word) => word !== undefined && edges.has(word));
    },
  };
  prepared.set(cues, words);
  return words;
}

/** A title may go on with what is no word of a name: figures, or words fewer than its own. */
function startsWithTitle(words: readonly string[], titles: ReadonlySet<string>): boolean {
  for (let length = words.length; length * 2 >= words.length && length > 0; length -= 1) {
    const rest = words.slice(length);
    const isLonger =
      length < words.length && length < 2 && !rest.every((word) => /\p{N}/u.test(word) || word.length < 3);
    if (!isLonger && titles.has(words.slice(0, length).join(' '))) return true;
  }
  return false;
}

function edgeWords(titles: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const words of titles) {
    for (const word of new Set([words[0], words.at(-1)])) {
      if (word !== undefined && word.length >= SHORTEST_WORD) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= TITLES_WITH_WORD).map(([word]) => word));
}
