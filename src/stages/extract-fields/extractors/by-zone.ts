import { distance } from 'fastest-levenshtein';
import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { foldText } from '#text/fold-text.ts';
import { fieldOf } from '../make-field.ts';
import type { Sources } from '../sources.ts';
import { placeOfLine, type TextLine } from '../text-line.ts';
import { byLabel } from './by-label.ts';
import { readMrzPart } from './read-mrz-part.ts';

/** A part of the machine-readable zone. */
export function byZone(extractor: ExtractorFrom<'mrz'>, { zone, asOf, lines }: Sources): Field | undefined {
  const found = zone();
  const value = found === undefined ? undefined : readMrzPart(found, extractor.part, asOf);
  if (value === undefined) return undefined;
  const line = lines.findLast(isZoneLine);
  return fieldOf(value, line === undefined ? null : placeOfLine(line), found?.valid ? 0.99 : 0.5);
}

const KINDS = {
  documentNumber: 'code',
  lastName: 'name',
  firstName: 'name',
  birthDate: 'date',
  expirationDate: 'date',
} as const;
const PARTS = ['documentNumber', 'lastName', 'firstName', 'birthDate', 'expirationDate'] as const;
/** So many printed values must be those of the zone before they are said to agree. */
const LEAST_AGREEING = 2;

/** Whether the printed values are those of the zone. Only a zone whose check digits fit can be contradicted. */
export function byZoneAgreement(extractor: ExtractorFrom<'mrz-agreement'>, sources: Sources): Field | undefined {
  const zone = sources.zone();
  if (zone === undefined) return undefined;
  const print = { ...sources, lines: sources.lines.filter((line) => !isZoneLine(line)) };
  const verdicts = PARTS.map((part) => {
    const coded = readMrzPart(zone, part, sources.asOf);
    if (typeof coded !== 'string') return undefined;
    if (stands(coded, part, print)) return true;
    const printed = byLabel(
      { from: 'label', label: extractor.labels[part], as: KINDS[part], pick: 'first', lines: 1 },
      sources,
    );
    return typeof printed?.value === 'string' && isOther(printed.value, coded) ? false : undefined;
  });
  if (verdicts.includes(false)) return zone.valid ? fieldOf(false, null, 0.7) : undefined;
  return verdicts.filter(Boolean).length >= LEAST_AGREEING ? fieldOf(true, null, 0.9) : undefined;
}

function stands(coded: string, part: (typeof PARTS)[number], { lines, dates }: Sources): boolean {
  if (KINDS[part] === 'date') return dates.some(({ iso }) => iso === coded);
  const wanted = compact(coded);
  return lines.some(({ text }) => compact(text).includes(wanted));
}

/** More than a misread sign apart. A date that is not whole says nothing. */
function isOther(printed: string, coded: string): boolean {
  if (/^\d{4}-\d\d-\d\d$/.test(coded)) return printed.length === coded.length && printed !== coded;
  const [a, b] = [compact(printed), compact(coded)];
  // Zones cut long names, and spell letters of other scripts in their own way.
  if (!/^[a-z0-9]+$/.test(a)) return false;
  return distance(a.slice(0, b.length), b) > Math.max(1, b.length / 3);
}

function compact(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}

function isZoneLine({ text }: TextLine): boolean {
  return /[<«‹].*[<«‹].*[<«‹]/.test(text) || /^[A-Z0-9<]{28,}$/.test(text.replace(/\s/g, ''));
}
