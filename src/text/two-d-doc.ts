import { shiftDay } from './calendar-days.ts';

/** What a 2D-Doc says of itself and of the paper, not yet typed. Its signature is cut off: it can't be checked without the list of trusted issuers. */
export interface TwoDDoc {
  readonly version: number;
  /** Certification authority and certificate, as in the list of trusted issuers: `FR00 0001`. */
  readonly issuer: string;
  /** The day the paper was issued and the day it was signed, ISO 8601; null where the code leaves it out. */
  readonly issued: string | null;
  readonly signed: string | null;
  /** Two letters or digits: which kind of paper, in the issuer's table. */
  readonly document: string;
  /** Which table of kinds and identifiers holds; `01` are administrations and companies in France. */
  readonly perimeter: string;
  /** Values by their two-letter identifier, in the order of the code. */
  readonly values: readonly { readonly id: string; readonly text: string }[];
}

/** Letters of the head by version (specification of ANTS, version 3.1.3, part 3.3). */
const HEAD_LENGTHS: Readonly<Record<string, number>> = { '01': 22, '02': 22, '03': 24, '04': 26 };
/** GS ends a value, RS one that was shortened; US begins the signature. */
const SEPARATORS = ['\x1d', '\x1e'];
const SIGNATURE_BEGINS = '\x1f';

/**
 * A 2D-Doc in its text form (head, message, signature); undefined for what is none. `lengths` tells the identifiers whose values have a
 * fixed length: no separator follows them.
 */
export function parseTwoDDoc(text: string, lengths: ReadonlyMap<string, number>): TwoDDoc | undefined {
  const version = /^DC(0[1-4])/.exec(text)?.[1] ?? '';
  const headLength = HEAD_LENGTHS[version];
  if (headLength === undefined || text.length < headLength) return undefined;
  const end = text.indexOf(SIGNATURE_BEGINS);
  return {
    version: Number(version),
    issuer: `${text.slice(4, 8)} ${text.slice(8, 12)}`,
    issued: daysSince2000(text.slice(12, 16)),
    signed: daysSince2000(text.slice(16, 20)),
    document: text.slice(20, 22),
    perimeter: headLength > 22 ? text.slice(22, 24) : '01',
    values: valuesOf(text.slice(headLength, end === -1 ? undefined : end), lengths),
  };
}

function valuesOf(message: string, lengths: ReadonlyMap<string, number>): { id: string; text: string }[] {
  const values: { id: string; text: string }[] = [];
  let rest = message;
  while (rest.length > 2) {
    const id = rest.slice(0, 2);
    const length = lengths.get(id);
    const separator = [...rest.slice(2)].findIndex((sign) => SEPARATORS.includes(sign));
    const variable = separator === -1 ? rest.length - 2 : separator;
    // Some writers separate values of fixed length too, or shorten them.
    const taken = length === undefined ? variable : Math.min(length, variable);
    values.push({ id, text: rest.slice(2, 2 + taken).trim() });
    const isParted = SEPARATORS.includes(rest.charAt(2 + taken));
    rest = rest.slice(2 + taken + (isParted ? 1 : 0));
  }
  return values;
}

/** Four hexadecimal digits, days since the first of January 2000, as ISO 8601; null for FFFF and what is no number. */
export function daysSince2000(text: string): string | null {
  if (!/^[\dA-F]{4}$/i.test(text) || /^FFFF$/i.test(text)) return null;
  return shiftDay('2000-01-01', { months: 0, days: Number.parseInt(text, 16) });
}
