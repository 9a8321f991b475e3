import type { FoundDate, Place } from '#domain/findings.ts';
import { unionOfBoxes } from '#domain/geometry.ts';
import type { DocumentPage, Word } from '#domain/page-reading.ts';
import { withWesternDigits } from '#text/amounts.ts';

/** A paper as it was read, with the dates that were found in it. */
export interface ReadPaper {
  readonly pages: readonly Pick<DocumentPage, 'page' | 'lines'>[];
  readonly dates: readonly FoundDate[];
}

/** Something that a translation may not change, and where it stands. */
export interface Fact {
  /** As it is compared: an ISO day or month; digits without what stands between them. */
  readonly value: string;
  /** The figures one by one, for numbers that are grouped otherwise. */
  readonly groups: readonly string[];
  readonly place: Place;
}

/** Figures that belong together: grouped by spaces, dots, commas, apostrophes; with the strokes of a file number. */
const NUMBER = /\d+(?:[ \u00a0\u202f.,'’/-]\d+)*/g;
/** One word that is read so badly says nothing. */
const LEAST_CONFIDENCE = 0.5;

/** Days and months of a paper, each once. Years alone are numbers. */
export function datesOf({ dates }: ReadPaper, leastConfidence: number): Fact[] {
  const found = dates.filter(({ precision, confidence }) => precision !== 'year' && confidence >= leastConfidence);
  return once(found.map(({ iso, text, page, box }) => ({ value: iso, groups: [], place: { text, page, box } })));
}

/** Numbers of a paper that are no part of a date, each once. `leastFigures`: shorter ones say nothing. */
export function numbersOf({ pages, dates }: ReadPaper, leastFigures: number): Fact[] {
  const facts = pages.flatMap(({ page, lines }) => {
    const printed = dates.filter((date) => date.page === page).map(({ text }) => withWesternDigits(text));
    return lines.flatMap(({ words }) => {
      const sure = words.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
      return numbersOfLine(sure, printed).map(({ text, box }) => ({
        value: text.replaceAll(/\D/g, ''),
        groups: text.split(/\D+/),
        place: { text, page, box },
      }));
    });
  });
  return once(facts.filter(({ value }) => value.length >= leastFigures));
}

function numbersOfLine(words: readonly Word[], printed: readonly string[]): Pick<Place, 'text' | 'box'>[] {
  const starts: { readonly at: number; readonly word: Word }[] = [];
  let line = '';
  for (const word of words) {
    starts.push({ at: line.length, word });
    line += `${withWesternDigits(word.text)} `;
  }
  const open = printed.reduce((text, date) => text.replace(date, (found) => '\u0000'.repeat(found.length)), line);
  return [...open.matchAll(NUMBER)].flatMap(({ 0: text, index }) => {
    const over = starts.filter(({ at, word }) => at < index + text.length && at + word.text.length > index);
    const box = unionOfBoxes(over.map(({ word }) => word.box));
    return box === undefined ? [] : [{ text, box }];
  });
}

function once(facts: readonly Fact[]): Fact[] {
  const seen = new Set<string>();
  return facts.filter(({ value }) => !seen.has(value) && seen.add(value));
}
