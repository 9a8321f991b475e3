import { distance } from 'fastest-levenshtein';
import type { DocumentRecord } from '#domain/document-record.ts';
import { foldText } from '#text/fold-text.ts';
import type { DocumentTruth } from './truth.schema.ts';

/** How one document came out against its truth. Plain numbers and ids: no text of the paper. */
export interface Comparison {
  readonly id: string;
  readonly capture: string;
  readonly language: string;
  readonly truthType: string;
  /** Null when the file failed or no document was found on these pages. */
  readonly foundType: string | null;
  readonly confidence: number;
  readonly review: boolean;
  readonly typeRight: boolean;
  readonly languageRight: boolean;
  readonly cutRight: boolean;
  readonly issueDateRight: boolean;
  readonly letterheadRight: boolean;
  /** Null where the truth names no issuer. */
  readonly issuerRight: boolean | null;
  readonly signatureRight: boolean;
  readonly stampRight: boolean;
  readonly flags: {
    readonly hit: readonly string[];
    readonly missed: readonly string[];
    readonly wrong: readonly string[];
  };
  /** Whether each field that the truth names came out right, by name. */
  readonly fields: Readonly<Record<string, boolean>>;
  /** Edits per true character, 0 best; null without truth text. */
  readonly characterErrorRate: number | null;
}

/** What was made of the pages: the record, and the text that was read. */
export interface Reading {
  readonly record: DocumentRecord;
  readonly text: string;
}

/** Holds a reading against its truth. `reading` is undefined when nothing was found on the pages. */
export function compareDocument(
  at: { readonly id: string; readonly capture: string },
  truth: DocumentTruth,
  reading: Reading | undefined,
  reviewFlag: string,
): Comparison {
  const record = reading?.record;
  const flags = new Set(record?.flags.filter((flag) => flag.code !== reviewFlag).map((flag) => flag.code));
  const expected = new Set(truth.flags.filter((flag) => flag !== reviewFlag));
  return {
    ...at,
    language: truth.languages[0] ?? 'und',
    truthType: truth.type,
    foundType: record?.type?.id ?? null,
    confidence: record?.type?.confidence ?? 0,
    review: record?.status !== 'done',
    typeRight: record?.type?.id === truth.type,
    languageRight: (record?.languages[0]?.code ?? 'und') === (truth.languages[0] ?? 'und'),
    cutRight: record?.pages?.from === truth.pages.from && record.pages.to === truth.pages.to,
    issueDateRight: record !== undefined && (record.issueDate?.iso ?? null) === truth.issueDate,
    letterheadRight: record?.letterhead?.present === truth.letterhead,
    issuerRight: truth.issuer === null ? null : sameIssuer(record?.letterhead?.issuer ?? '', truth.issuer),
    signatureRight: record?.marks?.signature === truth.signature,
    stampRight: record?.marks?.stamp === truth.stamp,
    flags: {
      hit: [...expected].filter((flag) => flags.has(flag)),
      missed: [...expected].filter((flag) => !flags.has(flag)),
      wrong: [...flags].filter((flag) => !expected.has(flag)),
    },
    fields: Object.fromEntries(
      Object.entries(truth.fields).map(([name, value]) => [name, sameValue(record?.fields[name], value)]),
    ),
    characterErrorRate: truth.text === null ? null : characterErrorRate(reading?.text ?? '', truth.text),
  };
}

/** Edits per character of the truth, white space folded, at most 1. */
export function characterErrorRate(found: string, truth: string): number {
  const clean = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const wanted = clean(truth);
  if (wanted.length === 0) return clean(found).length === 0 ? 0 : 1;
  return Math.min(1, distance(clean(found), wanted) / wanted.length);
}

/** The same value: amounts to the cent, texts but for case, accents and one letter misread in ten, lists in any order. */
export function sameValue(found: unknown, truth: unknown): boolean {
  if (typeof truth === 'number') return typeof found === 'number' && Math.abs(found - truth) < 0.005;
  if (Array.isArray(truth))
    return Array.isArray(found) && truth.every((one) => found.some((other) => sameValue(other, one)));
  if (typeof truth !== 'string' || typeof found !== 'string') return found === truth;
  const [a, b] = [lettersOf(found), lettersOf(truth)];
  // A number with a wrong digit is another number.
  return /\d/.test(b) ? a === b : distance(a, b) <= b.length / 10;
}

function lettersOf(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}$€£₺]+/gu, ' ')
    .trim();
}

/** The same body, allowing for a letter misread in ten and for one name standing inside the other. */
export function sameIssuer(found: string, truth: string): boolean {
  const [a, b] = [lettersOf(found), lettersOf(truth)];
  if (a.length === 0) return false;
  if (distance(a, b) <= Math.max(a.length, b.length) / 10) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 6 && short.length * 2 >= long.length && ` ${long} `.includes(` ${short} `);
}
