import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { FoundDate } from '#domain/findings.ts';
import { findAmounts } from '#text/amounts.ts';
import { foldText } from '#text/fold-text.ts';
import type { Token } from '../labels/label-tokens.ts';
import { textOf } from '../labels/labelled-cells.ts';

/** A value and the words it was read from. */
export interface CellValue {
  readonly value: string | number;
  readonly tokens: readonly Token[];
}

type LabelExtractor = ExtractorFrom<'label'>;
/** What is read beside the words: the dates of their page. */
interface CellReading {
  readonly extractor: LabelExtractor;
  readonly cells: readonly (readonly Token[])[];
  readonly dates: readonly FoundDate[];
  readonly isParted: boolean;
  /** Courtesy titles, folded, which are no part of a name. */
  readonly titles: ReadonlySet<string>;
}

/** The value that the cells beside a label hold, of the kind the extractor asks for; undefined when they hold none. */
export function readCells(reading: CellReading): CellValue | undefined {
  const { extractor, cells } = reading;
  switch (extractor.as) {
    case 'amount':
      return pickedAmount(cells, extractor.pick);
    case 'count':
      return countOf(cells, extractor);
    case 'code':
      return codeOf(cells, extractor);
    case 'date':
      return dateOf(reading);
    case 'name':
      return nameOf(reading);
    case 'text':
      return reading.isParted ? textualValue(cells[0] ?? [], extractor) : undefined;
  }
}

/** All amounts of a row with their cells; numbers of neighbouring columns are never joined. */
export function amountsOf(cells: readonly (readonly Token[])[]): { value: number; tokens: readonly Token[] }[] {
  return cells.flatMap((tokens) => findAmounts(textOf(tokens)).map((value) => ({ value, tokens })));
}

function pickedAmount(cells: CellReading['cells'], pick: LabelExtractor['pick']): CellValue | undefined {
  const amounts = amountsOf(cells);
  if (pick === 'largest') return amounts.toSorted((a, b) => b.value - a.value)[0];
  return amounts.at(pick === 'first' ? 0 : -1);
}

function countOf(cells: CellReading['cells'], { shape }: LabelExtractor): CellValue | undefined {
  const fits = new RegExp(shape ?? '^\\d+$', 'u');
  return amountsOf(cells).find(({ value }) => Number.isInteger(value) && fits.test(String(value)));
}

/** The first word, or words joined, that has the shape of the number. */
function codeOf(cells: CellReading['cells'], { shape }: LabelExtractor): CellValue | undefined {
  const fits = new RegExp(shape ?? '^(?=.*\\d)[A-Z0-9][A-Z0-9./-]+$', 'u');
  const words = cells.flat().filter(({ key }) => key !== 'n°');
  for (const [at, token] of words.entries()) {
    for (const length of [1, 2, 3, 4]) {
      const tokens = words.slice(at, at + length);
      const value = tokens
        .map(({ text }) => text)
        .join('')
        .toUpperCase()
        .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
      if (tokens.length === length && token.key !== '' && fits.test(value)) return { value, tokens };
    }
  }
  return undefined;
}

function dateOf({ cells, dates }: CellReading): CellValue | undefined {
  const tokens = cells.flat();
  const text = foldText(textOf(tokens)).replace(/\s/g, '');
  const date = dates.find((one) => text.includes(foldText(one.text).replace(/\s/g, '')));
  return date === undefined ? undefined : { value: date.iso, tokens };
}

function textualValue(tokens: readonly Token[], { shape }: LabelExtractor): CellValue | undefined {
  const value = bare(textOf(tokens));
  if (value.length < 2 || (shape !== undefined && !new RegExp(shape, 'u').test(foldText(value)))) return undefined;
  return { value, tokens };
}

const NAME = /^\p{L}[\p{L}\p{M} .,'’/-]*$/u;
const CAPITALISED = /^[\p{Lu}\p{Lt}]/u;
// Georgian letters count as small ones, and are written without capitals.
const CASELESS = /^(?:\p{Lo}|\p{Script=Georgian})/u;
/** Between the parts of a name: de, van der, al, ould. */
const PARTICLE =
  /^(?:d['’]?|d[aeiou]s?|del|della|di|du|la|le|van|von|der|den|ten|bin|ben|ibn|bint|el|al|ul|ould|og|y|e|i|st|ter)$/u;
/** Letters of the shortest name. */
const LEAST_LETTERS = 3;
/** Words of the longest name. */
const MOST_WORDS = 7;
/** A script without capitals tells a name from a sentence by its length only. */
const MOST_CASELESS_WORDS = 4;

/** The words of a name at the head of the first cell; in running text only where they are capitalised. */
function nameOf({ cells, isParted, titles }: CellReading): CellValue | undefined {
  const tokens = (cells[0] ?? []).filter(({ key }, at) => at > 1 || !titles.has(key));
  const end = endOfName(tokens);
  const name = tokens.slice(0, end);
  const value = bare(textOf(name));
  const letters = value.replace(/[^\p{L}]/gu, '').length;
  if (letters < (CASELESS.test(value) ? 2 : LEAST_LETTERS) || !NAME.test(value)) return undefined;
  const isCaseless = CASELESS.test(value);
  if (isCaseless && !isParted && tokens.length > MOST_CASELESS_WORDS) return undefined;
  return { value, tokens: name };
}

function endOfName(tokens: readonly Token[]): number {
  const end = tokens.findIndex(({ text }, at) => {
    const word = text.replace(/^[^\p{L}\d]+/u, '');
    const before = tokens[at - 1]?.text ?? '';
    if (at >= MOST_WORDS || (at > 0 && /[;:：()]$/.test(before)) || /\d/.test(word)) return true;
    if (word === '' || CAPITALISED.test(word) || CASELESS.test(word)) return false;
    return /,$/.test(before) || !(at > 0 && PARTICLE.test(word));
  });
  return end === -1 ? tokens.length : end;
}

function bare(text: string): string {
  return text.replace(/^[\s:：.,;/=–—-]+|[\s,;:：(-]+$/g, '');
}
