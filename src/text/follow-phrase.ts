import type { SequenceWord } from './word-sequence.ts';

/** Known words within reach of a printed one, with their likeness. */
export type Reading = ReadonlyMap<string, number>;

/** One word in four of a phrase may be missing, added or illegible. */
const WORDS_PER_SLIP = 4;
/** Likeness of words that were run together or torn apart. */
const REJOINED = 0.95;
/** A phrase broken over more lines than this is two things that stand near each other. */
const MOST_LINES = 2;

/** A phrase held against the words from one place on. */
interface Walk {
  readonly pattern: readonly string[];
  readonly words: readonly SequenceWord[];
  readonly readings: readonly Reading[];
}

/** Walks along the phrase from its first word; undefined when more goes wrong than a phrase of its length forgives. */
export function followPhrase(walk: Walk, from: number): { to: number; likeness: number } | undefined {
  const { pattern, words } = walk;
  let slips = Math.floor(pattern.length / WORDS_PER_SLIP);
  let at = from;
  let known = 0;
  let sum = 0;
  while (known < pattern.length) {
    const step = stepAt(walk, known, at) ?? (slips > 0 ? slipAt(walk, known, at) : undefined);
    if (step === undefined) return undefined;
    if (step.likeness === 0) slips -= 1;
    sum += step.likeness * step.known;
    known += step.known;
    at += step.words;
  }
  const start = words[from];
  const last = words[at - 1];
  if (start === undefined || last === undefined || last.line - start.line > MOST_LINES) return undefined;
  return { to: at, likeness: Math.min(1, sum / pattern.length) };
}

interface Step {
  readonly known: number;
  readonly words: number;
  readonly likeness: number;
}

function stepAt({ pattern, words, readings }: Walk, known: number, at: number): Step | undefined {
  const wanted = pattern[known];
  const word = words[at];
  if (wanted === undefined || word === undefined) return undefined;
  const likeness = readings[at]?.get(wanted);
  if (likeness !== undefined) return { known: 1, words: 1, likeness };
  const after = pattern[known + 1];
  if (after !== undefined && readings[at]?.has(wanted + after) === true)
    return { known: 2, words: 1, likeness: REJOINED };
  const next = words[at + 1];
  if (
    next !== undefined &&
    word.folded.length + next.folded.length === wanted.length &&
    word.folded + next.folded === wanted
  ) {
    return { known: 1, words: 2, likeness: REJOINED };
  }
  return undefined;
}

/** A word lost from the phrase, added to it, or illegible: taken only when the phrase goes on behind it. */
function slipAt({ pattern, readings }: Walk, known: number, at: number): Step | undefined {
  const wanted = pattern[known];
  const after = pattern[known + 1];
  if (known === 0 || wanted === undefined) return undefined;
  if (readings[at + 1]?.has(wanted) === true) return { known: 0, words: 1, likeness: 0 };
  if (after !== undefined && readings[at + 1]?.has(after) === true) return { known: 1, words: 1, likeness: 0 };
  if (after !== undefined && readings[at]?.has(after) === true) return { known: 1, words: 0, likeness: 0 };
  return undefined;
}
