import type { NameRules } from '#definitions/casework/people.schema.ts';
import { createTokenComparison } from './compare-tokens.ts';
import type { NameToken, PersonName } from './name-reader.ts';
import type { CompareTokens } from './token-match.ts';

/**
 * `same`: one person's; `partial`: one is a part of the other (a surname alone, an initial); `doubtful`: spellings that may be of two names;
 * `related`: a name in common and one that is not; `different`: nothing in common.
 */
export type NameVerdict = 'same' | 'partial' | 'doubtful' | 'related' | 'different';

/** Symmetric; the order of words, accents and case do not matter. */
export type CompareNames = (one: PersonName, other: PersonName) => NameVerdict;

const ORDER: readonly NameVerdict[] = ['same', 'partial', 'doubtful', 'related', 'different'];

export function createNameComparison(rules: NameRules): CompareNames {
  const compare = createTokenComparison(rules);
  const judge = (one: readonly NameToken[], other: readonly NameToken[]): NameVerdict =>
    verdictOf(bestPairing(one, other, compare), Math.min(namesIn(one), namesIn(other)), rules.leastLetters);
  return (one, other) => {
    let best = judge(one.tokens, other.tokens);
    if (best === 'same') return best;
    for (const [tokens, others] of [...joined(one, other, compare), ...joined(other, one, compare)]) {
      const verdict = judge(tokens, others);
      if (ORDER.indexOf(verdict) < ORDER.indexOf(best)) best = verdict;
    }
    return best;
  };
}

/** The first name with words run together that the other has in one. */
function* joined(
  one: PersonName,
  other: PersonName,
  compare: CompareTokens,
): Generator<[readonly NameToken[], readonly NameToken[]]> {
  for (const { from, to, token } of one.joins) {
    const kinds = other.tokens.map((against) => compare(token, against)?.kind);
    if (!kinds.includes('same') && !kinds.includes('close')) continue;
    yield [[...one.tokens.slice(0, from), token, ...one.tokens.slice(to)], other.tokens];
  }
}

interface Pairing {
  readonly matched: number;
  readonly initials: number;
  readonly doubtful: number;
  readonly letters: number;
}

const NONE: Pairing = { matched: 0, initials: 0, doubtful: 0, letters: 0 };

/** The pairs of words, each word in one at most, of which most match; of these the ones with most letters. */
function bestPairing(one: readonly NameToken[], other: readonly NameToken[], compare: CompareTokens): Pairing {
  const matches = one.map((token) => other.map((against) => pairOf(token, against, compare)));
  const known = new Map<number, Pairing>();
  const best = (at: number, used: number): Pairing => {
    const row = matches[at];
    if (row === undefined) return NONE;
    const state = (used << 4) | at;
    let top = known.get(state);
    if (top !== undefined) return top;
    top = best(at + 1, used);
    for (const [index, pair] of row.entries()) {
      if (pair === undefined || (used & (1 << index)) !== 0) continue;
      const paired = added(pair, best(at + 1, used | (1 << index)));
      if (worth(paired) > worth(top)) top = paired;
    }
    known.set(state, top);
    return top;
  };
  return best(0, 0);
}

/** Particles count only when both names have them, and then as letters, not as a name. */
function pairOf(one: NameToken, other: NameToken, compare: CompareTokens): Pairing | undefined {
  const match = compare(one, other);
  if (match === undefined) return undefined;
  const { kind, letters } = match;
  if (one.isParticle || other.isParticle)
    return one.isParticle && other.isParticle && kind === 'same' ? { ...NONE, letters } : undefined;
  if (kind === 'doubtful') return { ...NONE, doubtful: 1 };
  return { matched: 1, initials: kind === 'initial' ? 1 : 0, doubtful: 0, letters };
}

function added(one: Pairing, other: Pairing): Pairing {
  return {
    matched: one.matched + other.matched,
    initials: one.initials + other.initials,
    doubtful: one.doubtful + other.doubtful,
    letters: one.letters + other.letters,
  };
}

/** Matches before doubts before letters; whole words before initials. */
function worth({ matched, initials, doubtful, letters }: Pairing): number {
  return matched * 10_000 - initials * 1_000 + doubtful * 1_000 + letters;
}

/** `shorter`: how many words the shorter of the two names has. */
function verdictOf(
  { matched, initials, doubtful, letters }: Pairing,
  shorter: number,
  leastLetters: number,
): NameVerdict {
  if (shorter === 0) return 'doubtful';
  const open = shorter - matched - doubtful;
  if (matched === 0) return doubtful > 0 ? 'doubtful' : 'different';
  if (open > 0) return 'related';
  if (doubtful > 0) return 'doubtful';
  return matched - initials >= 2 && letters >= leastLetters ? 'same' : 'partial';
}

function namesIn(tokens: readonly NameToken[]): number {
  return tokens.filter(({ isParticle }) => !isParticle).length;
}
