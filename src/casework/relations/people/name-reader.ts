import type { NameRules } from '#definitions/casework/people.schema.ts';
import { foldWords } from '#text/fold-words.ts';
import { romanise } from '#text/romanise.ts';
import { rewriter } from '../rewriter.ts';

/** A word of a name in the forms it is compared in. */
export interface NameToken {
  /** Folded and in the letters a to z. */
  readonly roman: string;
  /** As it sounds. */
  readonly sound: string;
  /** Its letters as an abjad has them, vowels that are written elsewhere among them. */
  readonly skeleton: string;
  /** Four-letter code of its script. */
  readonly script: string;
  /** Printed by one paper, left out by another: no evidence by itself. */
  readonly isParticle: boolean;
}

/** A name as printed, and its words. */
export interface PersonName {
  readonly printed: string;
  readonly tokens: readonly NameToken[];
  /** Words run together with their neighbours, as some papers print them: `el` + `bakkali`; which ones, and the whole. */
  readonly joins: readonly { readonly from: number; readonly to: number; readonly token: NameToken }[];
}

/** Brings names into the form they are compared in. */
export interface NameReader {
  readonly rules: NameRules;
  name(printed: string): PersonName;
  /** Whether a folded word is of a form, and never of a name. */
  isNoName(word: string): boolean;
  /** A folded word of a text. */
  token(folded: string): NameToken;
}

export function createNameReader(rules: NameRules): NameReader {
  const listed = (words: readonly string[]): ReadonlySet<string> => new Set(words.flatMap(foldWords));
  const [titles, particles, between] = [listed(rules.titles), listed(rules.particles), listed(rules.between)];
  const notNames = listed(rules.notNames);
  const rewrite = rewriter(rules.rewrites);
  const sound = rewriter(rules.sounds);
  const letters = rewriter(rules.abjads.rewrites);
  const abjads = new Set(rules.abjads.scripts);
  const tokens = new Map<string, NameToken>();
  const token = (folded: string): NameToken => {
    const known = tokens.get(folded);
    if (known !== undefined) return known;
    const roman = romanise(folded);
    const script = scriptOf(folded);
    // Two letters of an abjad are no digraph: z and h in zahra.
    const parts = abjads.has(script) ? [...folded].map(romanise) : [roman];
    const skeleton = withoutDoubles(parts.map(letters).join(''));
    const isParticle = particles.has(folded);
    const made = { roman, sound: withoutDoubles(sound(roman)), skeleton, script, isParticle };
    tokens.set(folded, made);
    return made;
  };
  return {
    rules,
    token,
    isNoName: (word) => notNames.has(word),
    name: (printed) => {
      const words = foldWords(printed.replace(/\((?:e|ep|s)\)/gi, ''))
        .flatMap((word) => (ROMAN.test(word) ? rewrite(word).split(' ') : [word]))
        .filter((word) => word !== '' && !/\d/.test(word));
      const start = words.findIndex((word) => !titles.has(word));
      const kept = start < 0 ? [] : words.slice(start).filter((word) => !between.has(word));
      const short = kept.slice(0, MOST_WORDS);
      return { printed, tokens: short.map(token), joins: joinsOf(short, token) };
    },
  };
}

/** A name of more words is a sentence. */
const MOST_WORDS = 8;
const ROMAN = /^[a-z]+$/;

function joinsOf(words: readonly string[], token: (word: string) => NameToken): PersonName['joins'] {
  const joins: PersonName['joins'][number][] = [];
  for (let from = 0; from < words.length - 1; from += 1) {
    for (const to of [from + 2, from + 3])
      if (to <= words.length) joins.push({ from, to, token: token(words.slice(from, to).join('')) });
  }
  return joins;
}

function withoutDoubles(letters: string): string {
  return letters.replace(/(.)\1+/g, '$1');
}

function scriptOf(word: string): string {
  if (ROMAN.test(word)) return 'Latn';
  return SCRIPTS.find(({ of }) => of.test(word))?.code ?? 'Latn';
}

const SCRIPTS = [
  'Arab', 'Cyrl', 'Ethi', 'Geor', 'Armn', 'Grek', 'Deva', 'Beng', 'Hani', 'Guru', 'Taml', 'Hebr', 'Hang', 'Thai',
].map((code) => ({ code, of: new RegExp(`\\p{Script=${code}}`, 'u') })); // biome-ignore format: a list
