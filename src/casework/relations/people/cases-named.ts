import type { PeopleRules } from '#definitions/casework/people.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { soughtKeys } from './name-keys.ts';
import { createNameReader, type NameReader, type NameToken } from './name-reader.ts';
import { subjectsOfPaper } from './subjects-of-paper.ts';

/** A case as it is looked for: by the hashed keys of its client's names. */
export interface BlindCase {
  readonly id: string;
  readonly keys: readonly string[];
}

/** Words of a name stand at most so far apart. */
const FAR = 3;
/** Sounds that the keys of two words must rest on in a text, where there are thousands of pairs; more where vowels are not written. */
const LEAST_SOUNDS = 3;
const LEAST_BARE_SOUNDS = 5;
/** What words of names begin with: a capital, or a letter of a script that has none. */
const NAME_WORD = /^['’]?[\p{Lu}\p{Lt}\p{Lo}]/u;

/** A case that a word points at. */
interface Hit {
  readonly id: string;
  readonly key: string;
  readonly sounds: number;
}

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
  for (const { id, keys } of cases)
    for (const key of keys) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [id]);
      else known.push(id);
    }
  const reader = createNameReader(rules.names);
  const hitsOf = (word: NameToken): Hit[] =>
    soughtKeys(word).flatMap(({ key, sounds }) => (byKey.get(blind(key)) ?? []).map((id) => ({ id, key, sounds })));
  const hitsOfWord = createLookUp(reader, hitsOf);
  const named = new Set<string>();
  for (const paper of papers) {
    for (const id of near(wordsOf(paper.text), hitsOfWord)) named.add(id);
    for (const { tokens, joins } of subjectsOfPaper(paper, rules, reader)) {
      const words = [...tokens.filter(({ isParticle }) => !isParticle), ...joins.map(({ token }) => token)];
      for (const id of twice(words.flatMap(hitsOf))) named.add(id);
    }
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

/** Papers repeat their words: what a word points at is worked out once. */
function createLookUp(reader: NameReader, hitsOf: (word: NameToken) => Hit[]) {
  const known = new Map<string, readonly Hit[]>();
  return (word: string): readonly Hit[] => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const { tokens } = reader.name(word);
    const hits = tokens.some(({ isParticle }) => isParticle) || reader.isNoName(word.toLowerCase()) ? [] : tokens.flatMap(hitsOf);
    known.set(word, hits);
    return hits;
  };
}

function* near(words: readonly PlacedWord[], hitsOf: (word: string) => readonly Hit[]): Generator<string> {
  const last = new Map<string, { readonly at: number; readonly word: string; readonly hit: Hit }>();
  for (const { word, at } of words)
    for (const hit of hitsOf(word)) {
      const before = last.get(hit.id);
      if (before !== undefined && before.word !== word && at - before.at <= FAR && isTelling(before.hit, hit))
        yield hit.id;
      last.set(hit.id, { at, word, hit });
    }
}

/** Whether two words that point at a case are more than chance. */
function isTelling(one: Hit, other: Hit): boolean {
  const isBare = [one, other].some(({ key }) => !key.startsWith('vowel:') && !key.startsWith('='));
  return one.key !== other.key && one.sounds + other.sounds >= (isBare ? LEAST_BARE_SOUNDS : LEAST_SOUNDS);
}

/** Cases that two different keys lead to. */
function twice(hits: readonly Hit[]): string[] {
  const keys = new Map<string, Set<string>>();
  for (const { id, key } of hits) keys.set(id, (keys.get(id) ?? new Set<string>()).add(key));
  return [...keys].filter(([, found]) => found.size > 1).map(([id]) => id);
}
