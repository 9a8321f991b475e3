import type { LanguageCues } from '#definitions/cues.schema.ts';
import { foldWords } from '#text/fold-words.ts';
import { createPhraseMatcher, type PhraseMatcher } from '#text/phrase-matcher.ts';
import type { SequenceWord } from '#text/word-sequence.ts';

export type CueKind = 'title' | 'phrase' | 'word' | 'against';

/** One cue of one type in one language. */
export interface Cue {
  readonly type: string;
  readonly kind: CueKind;
  readonly language: string;
  readonly folded: string;
  /** 1 for wording of one type only, less for wording that several types share. */
  readonly rarity: number;
}

export interface CueHit {
  readonly cue: Cue;
  readonly from: number;
  readonly to: number;
  readonly likeness: number;
}

interface CueIndex {
  readonly matcher: PhraseMatcher;
  /** By phrase number: the cues that are written so (several types may share one). */
  readonly cues: readonly (readonly Cue[])[];
}

const indexes = new WeakMap<LanguageCues, CueIndex>();

/** The cues of one language that stand in the words; a cue inside a longer one of another type is the longer one's. */
export function findCues(words: readonly SequenceWord[], cues: LanguageCues): CueHit[] {
  const index = indexOf(cues);
  const found = index.matcher
    .find(words)
    .flatMap(({ phrase, from, to, likeness }) =>
      (index.cues[phrase] ?? []).map((cue) => ({ cue, from, to, likeness })),
    );
  return withoutCovered(found);
}

function indexOf(cues: LanguageCues): CueIndex {
  const known = indexes.get(cues);
  if (known !== undefined) return known;
  const byText = new Map<string, Omit<Cue, 'rarity'>[]>();
  for (const [type, lists] of Object.entries(cues.types)) {
    const kinds = [
      ['title', lists.titles],
      ['phrase', lists.phrases],
      ['word', lists.words],
      ['against', lists.against],
    ] as const;
    for (const [kind, texts] of kinds)
      for (const text of texts)
        addCue(byText, { type, kind, language: cues.language, folded: foldWords(text).join(' ') });
  }
  const phrases = [...byText.keys()];
  const index = {
    matcher: createPhraseMatcher(phrases),
    cues: phrases.map((phrase) => withRarity(byText.get(phrase) ?? [])),
  };
  indexes.set(cues, index);
  return index;
}

function addCue(byText: Map<string, Omit<Cue, 'rarity'>[]>, cue: Omit<Cue, 'rarity'>): void {
  if (cue.folded === '') return;
  const list = byText.get(cue.folded);
  if (list === undefined) byText.set(cue.folded, [cue]);
  else if (!list.some((other) => other.type === cue.type && other.kind === cue.kind)) list.push(cue);
}

function withRarity(cues: readonly Omit<Cue, 'rarity'>[]): Cue[] {
  const types = new Set(cues.filter((cue) => cue.kind !== 'against').map((cue) => cue.type)).size;
  return cues.map((cue) => ({ ...cue, rarity: cue.kind === 'against' ? 1 : 1 / Math.max(1, types) ** 0.7 }));
}

function withoutCovered(hits: readonly CueHit[]): CueHit[] {
  const positive = hits.filter((hit) => hit.cue.kind !== 'against');
  const isCovered = (hit: CueHit): boolean =>
    positive.some(
      (other) =>
        other.from <= hit.from &&
        other.to >= hit.to &&
        other.to - other.from > hit.to - hit.from &&
        other.likeness > 0.85,
    );
  return hits.filter((hit) => hit.cue.kind === 'against' || !isCovered(hit));
}
