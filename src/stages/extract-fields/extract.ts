import type { FieldExtractor, FieldExtractors } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { bySums } from './amounts/by-sums.ts';
import { byCode } from './codes/by-code.ts';
import { byTwoDDoc } from './codes/by-two-d-doc.ts';
import { byDate } from './extractors/by-date.ts';
import { byLabel } from './extractors/by-label.ts';
import { byLetterhead } from './extractors/by-letterhead.ts';
import { byLines, byPattern, byWords } from './extractors/by-pattern.ts';
import { byPerson } from './extractors/by-person.ts';
import { byPresence } from './extractors/by-presence.ts';
import { bySign } from './extractors/by-sign.ts';
import { byZone, byZoneAgreement } from './extractors/by-zone.ts';
import { type FieldInputs, type FieldKnowledge, type Sources, sourcesOf } from './sources.ts';

/** Every field the extractors find on the paper; a field that is not found is left out, never made up. */
export function extract(
  inputs: FieldInputs,
  extractors: FieldExtractors,
  knowledge: FieldKnowledge,
): Record<string, Field> {
  const sources = sourcesOf(inputs, knowledge);
  // What is printed comes before what a code says of it: a code is held against the print.
  for (const isFromCode of [false, true]) {
    for (const [name, list] of Object.entries(extractors)) {
      if (sources.found[name] !== undefined) continue;
      const tried = list.filter((one) => (one.from === 'two-d-doc') === isFromCode);
      const field = firstFound(tried, sources);
      if (field !== undefined) sources.found[name] = field;
    }
  }
  return sources.found;
}

function firstFound(extractors: readonly FieldExtractor[], sources: Sources): Field | undefined {
  for (const extractor of extractors) {
    const field = runExtractor(extractor, sources);
    if (field !== undefined) return field;
  }
  return undefined;
}

function runExtractor(extractor: FieldExtractor, sources: Sources): Field | undefined {
  switch (extractor.from) {
    case 'label':
      return byLabel(extractor, sources);
    case 'pattern':
      return byPattern(extractor, sources);
    case 'lines':
      return byLines(extractor, sources);
    case 'words':
      return byWords(extractor, sources);
    case 'date':
      return byDate(extractor, sources);
    case 'letterhead':
      return byLetterhead(extractor, sources);
    case 'mrz':
      return byZone(extractor, sources);
    case 'mrz-agreement':
      return byZoneAgreement(extractor, sources);
    case 'amount-signs':
      return bySign(extractor, sources);
    case 'sums':
      return bySums(extractor, sources);
    case 'person':
      return byPerson(extractor, sources);
    case 'presence':
      return byPresence(extractor, sources);
    case 'code':
      return byCode(extractor, sources);
    case 'two-d-doc':
      return byTwoDDoc(extractor, sources);
  }
}
