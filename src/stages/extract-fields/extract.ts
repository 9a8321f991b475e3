import type { FieldExtractor, FieldExtractors } from '#definitions/field-extractor.schema.ts';
import type { DocumentArtifacts } from '#domain/artifacts.ts';
import type { Field } from '#domain/findings.ts';
import { foldText } from '#text/fold-text.ts';
import { findMachineReadableZone } from '#text/mrz-lines.ts';
import { findLabelledTexts } from './find-labelled-value.ts';
import { findPerson } from './find-person.ts';
import { readMrzPart } from './read-mrz-part.ts';
import { readValue } from './read-value.ts';
import { placeOfLine, type TextLine, textLines } from './text-line.ts';

interface Sources {
  readonly lines: readonly TextLine[];
  readonly dates: DocumentArtifacts['find-dates']['dates'];
  readonly letterhead: DocumentArtifacts['find-letterhead'];
  readonly asOf: string;
  readonly found: Record<string, Field>;
  readonly zone: Awaited<ReturnType<typeof findMachineReadableZone>>;
}

/** Every field the extractors find on the paper; a field that is not found is left out, never made up. */
export async function extract(
  inputs: Pick<DocumentArtifacts, 'document-pages' | 'find-dates' | 'find-letterhead' | 'run-facts'>,
  extractors: FieldExtractors,
): Promise<Record<string, Field>> {
  const lines = textLines(inputs['document-pages'].pages);
  const found: Record<string, Field> = {};
  const asksZone = Object.values(extractors)
    .flat()
    .some((one) => one.from === 'mrz');
  const zone = asksZone ? await findMachineReadableZone(lines.map((line) => line.text)) : undefined;
  const sources = {
    lines,
    zone,
    found,
    dates: inputs['find-dates'].dates,
    letterhead: inputs['find-letterhead'],
    asOf: inputs['run-facts'].asOf,
  };
  for (const [name, list] of Object.entries(extractors)) {
    for (const extractor of list) {
      const field = runExtractor(extractor, sources);
      if (field === undefined) continue;
      found[name] = field;
      break;
    }
  }
  return found;
}

function runExtractor(extractor: FieldExtractor, sources: Sources): Field | undefined {
  switch (extractor.from) {
    case 'label':
      return byLabel(extractor, sources);
    case 'pattern':
      return byPattern(extractor, sources);
    case 'date':
      return byDate(extractor, sources);
    case 'letterhead':
      return byLetterhead(extractor, sources);
    case 'mrz':
      return byZone(extractor, sources);
    case 'amount-signs':
      return bySign(extractor, sources);
    case 'difference':
      return byDifference(extractor, sources);
    case 'person':
      return byPerson(extractor, sources);
  }
}

function byLetterhead(
  extractor: Extract<FieldExtractor, { from: 'letterhead' }>,
  { letterhead }: Sources,
): Field | undefined {
  const value = extractor.part === 'issuer' ? letterhead.issuer : letterhead.identifiers[extractor.part];
  return value === null || value === undefined ? undefined : field(value, null, letterhead.confidence);
}

function byZone(extractor: Extract<FieldExtractor, { from: 'mrz' }>, { zone, asOf }: Sources): Field | undefined {
  const value = zone === undefined ? undefined : readMrzPart(zone, extractor.part, asOf);
  return value === undefined ? undefined : field(value, null, zone?.valid ? 0.99 : 0.5);
}

function bySign(extractor: Extract<FieldExtractor, { from: 'amount-signs' }>, { lines }: Sources): Field | undefined {
  const words = new Set(lines.flatMap((line) => line.folded.split(/[\s\d.,()]+/)));
  const sign = Object.entries(extractor.signs).find(([one]) => words.has(foldText(one)));
  return sign === undefined ? undefined : field(sign[1], null, 0.8);
}

function byPerson(extractor: Extract<FieldExtractor, { from: 'person' }>, { lines }: Sources): Field | undefined {
  const person = findPerson(lines, extractor);
  return person === undefined ? undefined : field(person.name, person.at, 0.7);
}

function byLabel(extractor: Extract<FieldExtractor, { from: 'label' }>, { lines }: Sources): Field | undefined {
  for (const { at, value } of findLabelledTexts(lines, Object.values(extractor.labels).flat())) {
    const read = readValue(value, extractor);
    if (read !== undefined) return field(read, at, 0.8);
  }
  return undefined;
}

function byPattern(extractor: Extract<FieldExtractor, { from: 'pattern' }>, { lines }: Sources): Field | undefined {
  const pattern = new RegExp(extractor.pattern, 'u');
  for (const line of lines) {
    const match = pattern.exec(line.folded)?.[1];
    if (match === undefined) continue;
    const value = extractor.as === 'code' ? match.replace(/\s/g, '').toUpperCase() : match;
    if (extractor.check === 'luhn' && !passesLuhn(value)) continue;
    return field(extractor.as === 'count' ? Number(value) : value, line, 0.9);
  }
  return undefined;
}

function byDate(extractor: Extract<FieldExtractor, { from: 'date' }>, { dates }: Sources): Field | undefined {
  const length = { day: 10, month: 7, year: 4 }[extractor.as];
  for (const role of extractor.roles) {
    const date = dates.filter((one) => one.role === role).at(extractor.pick === 'first' ? 0 : -1);
    if (date !== undefined)
      return {
        value: date.iso.slice(0, length),
        place: { text: date.text, page: date.page, box: date.box },
        confidence: date.confidence,
      };
  }
  return undefined;
}

function byDifference(
  extractor: Extract<FieldExtractor, { from: 'difference' }>,
  { found }: Sources,
): Field | undefined {
  const [whole, less, rest] = [
    found[extractor.whole]?.value,
    found[extractor.less]?.value,
    found[extractor.rest]?.value,
  ];
  if (typeof whole !== 'number' || typeof rest !== 'number' || whole <= 0) return undefined;
  if (rest > whole * (1 + extractor.tolerance)) return field(false, null, 0.8);
  if (typeof less !== 'number') return undefined;
  return field(Math.abs(whole - less - rest) <= whole * extractor.tolerance, null, 0.8);
}

/** ISO 7812 check digit, which French SIRET numbers carry. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum > 0 && sum % 10 === 0;
}

function field(value: Field['value'], at: TextLine | null, confidence: number): Field {
  return { value, place: at === null ? null : placeOfLine(at), confidence };
}
