import type { PeopleRules } from '#definitions/casework/people.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { nameKeys, wordKeys } from './name-keys.ts';
import { createNameReader, type NameReader } from './name-reader.ts';
import { subjectsOfPaper } from './subjects-of-paper.ts';

/** A case as it is looked for: by the hashed keys of its client's names. */
export interface BlindCase {
  readonly id: string;
  readonly keys: readonly string[];
}

/** Words of a name stand at most so far apart. */
const FAR = 5;
/** What words of names begin with: a capital, or a letter of a script that has none. */
const NAME_WORD = /^['’]?[\p{Lu}\p{Lt}\p{Lo}]/u;

/**
 * Ids of the cases whose client a paper may name: two words of a name near each other, in a field or in the text. Nothing but hashes is compared, so that only
 * few cases have to be opened to be sure.
 */
export function casesNamed(
  papers: readonly CasePaper[],
  cases: readonly BlindCase[],
  { rules, blind }: { readonly rules: PeopleRules; readonly blind: (key: string) => string },
): ReadonlySet<string> {
  const byKey = new Map<string, string[]>();
  for (const { id, keys } of cases) for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), id]);
  const reader = createNameReader(rules.names);
  const casesOf = createLookUp(reader, (key) => byKey.get(blind(key)) ?? []);
  const named = new Set<string>();
  for (const paper of papers) {
    for (const id of near(wordsOf(paper.text), casesOf)) named.add(id);
    for (const name of subjectsOfPaper(paper, rules, reader))
      for (const id of twice(nameKeys(name).map((key) => byKey.get(blind(key)) ?? []))) named.add(id);
  }
  return named;
}

interface PlacedWord {
  readonly word: string;
  readonly at: number;
}

/** Words that may be of a name, and two that follow each other run together (Ben Ali, Benali), with the number of the word that they are. */
function wordsOf(text: string): PlacedWord[] {
  const single = text
    .split(/[^\p{L}\p{M}'’]+/u)
    .flatMap((part, at) => (NAME_WORD.test(part) ? [{ word: part.replace(/['’]/g, ''), at }] : []));
  return single.flatMap((one, index) => {
    const next = single[index + 1];
    return next?.at === one.at + 1 ? [one, { word: one.word + next.word.toLowerCase(), at: one.at }] : [one];
  });
}

/** Papers repeat their words: what a word is looked up by is worked out once. */
function createLookUp(reader: NameReader, find: (key: string) => readonly string[]) {
  const known = new Map<string, readonly string[]>();
  return (word: string): readonly string[] => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = [...new Set(reader.name(word).tokens.flatMap(wordKeys).flatMap(find))];
    known.set(word, found);
    return found;
  };
}

function* near(words: readonly PlacedWord[], casesOf: (word: string) => readonly string[]): Generator<string> {
  const last = new Map<string, PlacedWord>();
  for (const one of words)
    for (const id of casesOf(one.word)) {
      const before = last.get(id);
      if (before !== undefined && before.word !== one.word && one.at - before.at <= FAR) yield id;
      last.set(id, one);
    }
}

/** Cases that two keys lead to. */
function twice(found: readonly (readonly string[])[]): string[] {
  const all = found.flat();
  return all.filter((id, at) => all.indexOf(id) !== at);
}
