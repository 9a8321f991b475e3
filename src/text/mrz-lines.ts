import { parse } from 'mrz';

/** What a machine-readable zone says; dates are six digits, YYMMDD. `valid`: number, birth and expiry fit their check digits. */
export interface MachineReadableZone {
  readonly fields: Readonly<Record<string, string | null>>;
  readonly valid: boolean;
}

/** Check digits decide, not names of states: ICAO 9303 lists change and the library does not know every code. */
const CHECKED = ['documentNumberCheckDigit', 'birthDateCheckDigit', 'expirationDateCheckDigit'];
const SHAPES = [
  { lines: 2, length: 44 },
  { lines: 2, length: 36 },
  { lines: 3, length: 30 },
];

/** The zone among the lines of a page (ICAO 9303 TD1, TD2, TD3), repaired for misread fillers and lengths; undefined: none. */
export function findMachineReadableZone(lines: readonly string[]): MachineReadableZone | undefined {
  const cleaned = lines.map((line) =>
    line
      .toUpperCase()
      .replace(/[«‹≤]/g, '<')
      .replace(/[^A-Z0-9<]/g, ''),
  );
  let best: MachineReadableZone | undefined;
  for (const [at] of cleaned.entries()) {
    for (const shape of SHAPES) {
      const zone = readShape(cleaned.slice(at, at + shape.lines), shape);
      if (zone?.valid) return zone;
      best ??= zone;
    }
  }
  return best;
}

function readShape(
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
