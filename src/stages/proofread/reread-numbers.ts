import type { DigitSet } from '#definitions/digit-model.schema.ts';
import type { Line, PageReading, Word } from '#domain/page-reading.ts';
import { toGrey } from '#pixels/to-grey.ts';
import type { Raster } from '#ports/pages.ts';
import { type Piece, ruleOf } from './numbers/cut-pieces.ts';
import { decodeSymbols, type SymbolRow } from './numbers/decode-symbols.ts';
import type { DigitShapes } from './numbers/digit-shapes.ts';
import { surenessOf } from './numbers/judge-number.ts';
import { mergedPlace, type NumberPlace, numberPlaces } from './numbers/number-places.ts';
import { inkAt } from './numbers/number-strip.ts';
import { type NumberReading, numberOf, wordText } from './numbers/number-text.ts';
import { type ScriptLines, scriptLines } from './numbers/page-script.ts';

/** Where the page may hold misread numbers; undefined when nowhere, and its pixels need not be looked at. */
export function findNumberPlaces(
  reading: PageReading,
): { readonly script: ScriptLines; readonly places: readonly NumberPlace[] } | undefined {
  if (reading.state !== 'read' || reading.source !== 'ocr') return undefined;
  const script = scriptLines(reading);
  if (script === undefined) return undefined;
  const aspect = reading.height / reading.width;
  const places = script.lines.flatMap((index) => {
    const line = reading.lines[index];
    return line === undefined ? [] : numberPlaces(line, index, aspect);
  });
  return places.length === 0 ? undefined : { script, places };
}

/** A place with what its shapes say, under each set of digits. */
interface SeenPlace {
  readonly place: NumberPlace;
  readonly rows: readonly SymbolRow[];
}

/** The page's reading with its numbers as their shapes say them, where these are sure. `image` is the upright page. */
export function rereadNumbers(
  reading: PageReading,
  { script, places }: { readonly script: ScriptLines; readonly places: readonly NumberPlace[] },
  image: Raster,
  shapes: DigitShapes,
): PageReading {
  const page = toGrey(image);
  const sets = shapes.sets.filter(({ scripts }) => scripts.includes(script.script));
  const seen = wholePlaces(page, places).flatMap(({ place, pieces }) => {
    const rule = ruleOf(pieces);
    return rule === undefined || pieces.length > MOST_PIECES
      ? []
      : [{ place, rows: decodeSymbols(pieces, rule, shapes, sets) }];
  });
  const leaning = leaningOf(seen, sets, reading.languages[0]?.code);
  const lines = [...reading.lines];
  for (const { place, rows } of seen) {
    const line = lines[place.line];
    const row = likeliest(rows, leaning);
    const number = row === undefined ? undefined : numberOf(row);
    const words = place.words.flatMap((at) => reading.lines[place.line]?.words[at] ?? []);
    const word = number === undefined ? undefined : mended(words, place, number, script.script === 'Arab');
    if (line !== undefined && word !== undefined) lines[place.line] = withWord(line, words, word);
  }
  return { ...reading, lines };
}

/** The places with their ink. Where the ink of one runs into the next of its line, both are one number that was read in two. */
function wholePlaces(page: Raster, places: readonly NumberPlace[]): { place: NumberPlace; pieces: readonly Piece[] }[] {
  const found: { place: NumberPlace; pieces: readonly Piece[]; right: number }[] = [];
  for (const place of places) {
    const last = found.at(-1);
    const isOne = last !== undefined && last.place.line === place.line && last.right > place.box[0] + place.box[2] / 3;
    const whole = isOne ? mergedPlace(last.place, place) : place;
    if (isOne) found.pop();
    found.push({ place: whole, ...inkAt(page, whole) });
  }
  return found;
}

/** More pieces than this are no number. */
const MOST_PIECES = 40;
/** What a page that otherwise prints one set is worth against another's shape, as a logarithm. */
const LEANING = 4;
/** The same for the set of the page's language. */
const OWN_LANGUAGE = 1.5;

/** For each set, a bonus for the share of the page's places that look most like it, and for the page's language. */
function leaningOf(seen: readonly SeenPlace[], sets: readonly DigitSet[], language = ''): ReadonlyMap<string, number> {
  const wins = new Map(sets.map(({ id }) => [id, 0]));
  for (const { rows } of seen) {
    const best = likeliest(rows, new Map());
    const second = likeliest(
      rows.filter((row) => row !== best),
      new Map(),
    );
    if (best === undefined || !best.symbols.some(({ isDigit }) => isDigit)) continue;
    const lead = Math.min(1, best.score - (second?.score ?? Number.NEGATIVE_INFINITY));
    wins.set(best.set.id, (wins.get(best.set.id) ?? 0) + lead * best.symbols.length);
  }
  const all = [...wins.values()].reduce((sum, one) => sum + one, 1e-6);
  return new Map(
    sets.map(({ id, languages }) => [
      id,
      (LEANING * (wins.get(id) ?? 0)) / all + (languages.includes(language) ? OWN_LANGUAGE : 0),
    ]),
  );
}

function likeliest(rows: readonly SymbolRow[], leaning: ReadonlyMap<string, number>): SymbolRow | undefined {
  const worth = (row: SymbolRow): number => row.score + (leaning.get(row.set.id) ?? 0);
  return rows.reduce<SymbolRow | undefined>(
    (best, row) => (best === undefined || worth(row) > worth(best) ? row : best),
    undefined,
  );
}

/** A recogniser gives words that it read without any doubt this confidence. */
const AS_SURE = 0.96;

/** The word that stands there by its shapes; undefined when what was read should stand. */
function mended(
  words: readonly Word[],
  { box }: NumberPlace,
  number: NumberReading,
  isRightToLeft: boolean,
): Word | undefined {
  const read = words.map(({ text }) => text).join('');
  const sureness = surenessOf(number, words);
  const text = sureness === undefined ? undefined : wordText(read, number, isRightToLeft);
  if (sureness === undefined || text === undefined || text === read) return undefined;
  const confidence = Math.max(sureness * AS_SURE, ...words.map((word) => word.confidence));
  return { text, box: [...box], confidence };
}

/** The line with one word in place of several. */
function withWord(line: Line, words: readonly Word[], word: Word): Line {
  const [first, ...rest] = words;
  const gone = new Set(rest);
  return { ...line, words: line.words.filter((one) => !gone.has(one)).map((one) => (one === first ? word : one)) };
}
