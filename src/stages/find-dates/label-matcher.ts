import type { DateCues } from '#definitions/date-cues.schema.ts';
import { type DateRole, dateRoleSchema } from '#domain/findings.ts';
import type { Box } from '#domain/geometry.ts';
import { unionOfBoxes } from '#domain/geometry.ts';
import { foldWords } from '#text/fold-words.ts';
import { createPhraseMatcher, type PhraseHit, type PhraseMatcher } from '#text/phrase-matcher.ts';
import type { DateLine } from './printed-date.ts';

/** What a wording says about the date beside it. */
export interface Label {
  readonly kind: 'before' | 'after' | 'signing' | 'discharge' | 'trace' | 'year' | 'month-first';
  readonly role: DateRole | null;
}

/** A wording found on the pages: between which items, where, how faithfully. */
export interface LabelHit extends Label {
  readonly from: number;
  readonly to: number;
  readonly line: DateLine;
  readonly box: Box;
  readonly likeness: number;
}

interface Compiled {
  readonly matcher: PhraseMatcher;
  readonly labels: readonly Label[];
  /** How many letters the phrases have that are nothing but single letters, by phrase. */
  readonly letters: ReadonlyMap<number, number>;
}
const compiled = new WeakMap<readonly DateCues[], Compiled>();

/** Every label of every language on the pages, in order. Languages are not chosen first: forms are bilingual and detection errs. */
export function findLabels(lines: readonly DateLine[], cues: readonly DateCues[]): LabelHit[] {
  const known = compiled.get(cues) ?? compile(cues);
  compiled.set(cues, known);
  const items = lines.flatMap((line) => line.items);
  const lineOf = lines.flatMap((line) => line.items.map(() => line));
  const hits = known.matcher.find(items).filter((hit) => !isRunTogether(hit, known));
  return hits
    .filter((hit) => !isPartOfLonger(hit, hits))
    .flatMap((hit) => {
      const label = known.labels[hit.phrase];
      const line = lineOf[hit.from];
      const box = unionOfBoxes(items.slice(hit.from, hit.to).map((item) => item.box));
      if (label === undefined || line === undefined || box === undefined) return [];
      return [{ ...label, from: hit.from, to: hit.to, line, box, likeness: hit.likeness }];
    });
}

/** "г.р." (year of birth) has lost its points where it reads "гр", and that is a town. */
function isRunTogether(hit: PhraseHit, { letters }: Compiled): boolean {
  return hit.to - hit.from < (letters.get(hit.phrase) ?? 0);
}

/** "Date" within "date of birth" says nothing of its own. */
function isPartOfLonger(hit: PhraseHit, hits: readonly PhraseHit[]): boolean {
  return hits.some(
    (other) => other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from,
  );
}

function compile(cues: readonly DateCues[]): Compiled {
  const phrases: string[] = [];
  const labels: Label[] = [];
  const letters = new Map<number, number>();
  const add = (wordings: readonly string[], label: Label): void => {
    for (const wording of wordings) {
      // A label that folds to one letter ("n.") is everywhere.
      const words = foldWords(wording);
      if (words.join('').length < 2) continue;
      if (words.every((word) => word.length === 1)) letters.set(phrases.length, words.length);
      phrases.push(wording);
      labels.push(label);
    }
  };
  for (const language of cues) {
    for (const role of dateRoleSchema.options) {
      add(language.before[role] ?? [], { kind: 'before', role });
      add(language.after[role] ?? [], { kind: 'after', role });
    }
    add(language.signing, { kind: 'signing', role: 'issue' });
    add(language.discharge, { kind: 'discharge', role: 'event' });
    add(language.traces, { kind: 'trace', role: null });
    add(language.years, { kind: 'year', role: null });
    add(language.monthFirst, { kind: 'month-first', role: null });
  }
  return { matcher: createPhraseMatcher(phrases), labels, letters };
}
