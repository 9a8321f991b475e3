import { parse } from 'mrz';
import { asLetters } from './alike.ts';
import { printedCodes } from './document-number.ts';
import { readNames } from './name-line.ts';
import { type NumberLine, readNumberLine } from './number-line.ts';

/** What a machine-readable zone says; dates are six digits, YYMMDD. `valid`: number, birth and expiry fit their check digits. */
export interface MachineReadableZone {
  readonly fields: Readonly<Record<string, string | null>>;
  readonly valid: boolean;
}

interface PrintedLine {
  readonly text: string;
  /** As a zone spells it, without spaces. */
  readonly signs: string;
}

/** Check digits decide, not names of states: ICAO 9303 lists change and the library does not know every code. */
const CHECKED = ['documentNumberCheckDigit', 'birthDateCheckDigit', 'expirationDateCheckDigit'];
/** Zones of cards; passports are read sign by sign. */
const SHAPES = [
  { lines: 2, length: 36 },
  { lines: 3, length: 30 },
];
/** Signs of a passport's second line that must have been read at least. */
const LEAST_SIGNS = 28;
const MOST_SIGNS = 50;
/** Specks are read as lines between the two of a zone. */
const LINES_BETWEEN = 3;
const NAME_LINE = /^[PFR][A-Z<][A-Z0-9<]{3}.*<.*</;

/** The zone among the lines of a page (ICAO 9303 TD1, TD2, TD3), repaired for misread signs, fillers and lengths; undefined: none. */
export function findMachineReadableZone(texts: readonly string[]): MachineReadableZone | undefined {
  const lines = texts.map((text) => ({ text, signs: signsOf(text) }));
  let best: MachineReadableZone | undefined;
  for (const at of lines.keys()) {
    for (const zone of zonesAt(at, lines)) {
      if (zone.valid) return zone;
      best ??= zone;
    }
  }
  return best;
}

function* zonesAt(at: number, lines: readonly PrintedLine[]): Generator<MachineReadableZone> {
  const passport = passportAt(at, lines);
  if (passport !== undefined) yield passport;
  for (const shape of SHAPES) {
    const card = cardOf(
      lines.slice(at, at + shape.lines).map(({ signs }) => signs),
      shape,
    );
    if (card !== undefined) yield card;
  }
}

function signsOf(text: string): string {
  return text
    .toUpperCase()
    .replace(/[«‹≤]/g, '<')
    .replace(/[^A-Z0-9<]/g, '');
}

/** The passport whose second line this is. */
function passportAt(at: number, lines: readonly PrintedLine[]): MachineReadableZone | undefined {
  const { signs = '' } = lines[at] ?? {};
  if (signs.length < LEAST_SIGNS || signs.length > MOST_SIGNS) return undefined;
  const first = nameLineBefore(at, lines);
  const print = lines.filter((line, position) => line !== first && position !== at);
  const texts = print.map(({ text }) => text);
  const numbers = readNumberLine(signs, printedCodes(texts));
  // Without its first line only what fits every check digit is a zone.
  if (numbers === undefined || (first === undefined && !numbers.valid)) return undefined;
  const names = readNames(asLetters((first?.signs ?? '').slice(5)).replace(/^<+/, ''), texts);
  return { fields: fieldsOf(numbers, names), valid: numbers.valid };
}

function nameLineBefore(at: number, lines: readonly PrintedLine[]): PrintedLine | undefined {
  return lines
    .slice(Math.max(0, at - LINES_BETWEEN), at)
    .findLast(({ signs }) => signs.length >= LEAST_SIGNS / 2 && NAME_LINE.test(signs));
}

function fieldsOf(
  numbers: NumberLine,
  { surname, given }: ReturnType<typeof readNames>,
): MachineReadableZone['fields'] {
  return {
    documentNumber: numbers.number,
    nationality: numbers.nationality,
    birthDate: numbers.birth,
    sex: numbers.sex,
    expirationDate: numbers.expiry,
    lastName: surname.replaceAll('<', ' ') || null,
    firstName: given.replaceAll('<', ' ') || null,
  };
}

function cardOf(
  lines: readonly string[],
  shape: { readonly lines: number; readonly length: number },
): MachineReadableZone | undefined {
  const [first = ''] = lines;
  const fits =
    lines.length === shape.lines &&
    lines.every((line) => Math.abs(line.length - shape.length) <= (line === first ? 8 : 3));
  if (!fits || !/^[PIAC]/.test(first) || lines.join('').split('<').length < 6) return undefined;
  try {
    const result = parse(
      lines.map((line) => withLength(line, shape.length)),
      { autocorrect: true },
    );
    const isChecked = CHECKED.every((name) => result.details.some((detail) => detail.field === name && detail.valid));
    return { fields: result.fields, valid: isChecked };
  } catch {
    // The library throws on lines that are no zone at all; that is an answer here.
    return undefined;
  }
}

/** Pads or cuts the longest run of fillers, where a reader loses or doubles characters. */
function withLength(line: string, length: number): string {
  if (line.length === length) return line;
  const run = [...line.matchAll(/<+/g)].sort((a, b) => b[0].length - a[0].length)[0];
  if (run === undefined) return line.padEnd(length, '<').slice(0, length);
  const fillers = Math.max(1, run[0].length + length - line.length);
  const repaired = line.slice(0, run.index) + '<'.repeat(fillers) + line.slice(run.index + run[0].length);
  return repaired.padEnd(length, '<').slice(0, length);
}
