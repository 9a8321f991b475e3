import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { fieldOf } from '../make-field.ts';
import type { Sources } from '../sources.ts';
import { compareWithPrint } from './compare-with-print.ts';
import { type FoundTwoDDoc, twoDDocsOf } from './two-d-docs.ts';

/** What the first 2D-Doc of a paper says, and whether the print says the same. A code is never called genuine: its signature is not checked. */
export function byTwoDDoc(extractor: ExtractorFrom<'two-d-doc'>, sources: Sources): Field | undefined {
  const [found] = twoDDocsOf(sources);
  if (found === undefined) return undefined;
  const value = saidBy(extractor, found, sources);
  return value === undefined || value === null
    ? undefined
    : fieldOf(value, { text: '', page: found.page, box: found.mark.box }, 0.95);
}

function saidBy(
  extractor: ExtractorFrom<'two-d-doc'>,
  found: FoundTwoDDoc,
  sources: Sources,
): Field['value'] | null | undefined {
  const { doc, values } = found;
  const { documents, signature } = sources.codes.twoDDoc;
  switch (extractor.part) {
    case 'document':
      return documents[doc.document]?.fr ?? doc.document;
    case 'issuer':
      return doc.issuer;
    case 'issued':
      return doc.issued ?? doc.signed;
    case 'signature':
      return signature;
    case 'values':
      return values.map(({ name, value }) => `${name}: ${value}`);
    case 'agreement':
      return agreement(found, sources);
    case 'differences':
      return differencesOf(found, sources);
    case 'value':
      return named(extractor.names, found);
  }
}

/** True when at least one value was found in print and none differs; no value when nothing could be compared. */
function agreement({ values }: FoundTwoDDoc, sources: Sources): boolean | undefined {
  const verdicts = values.map((value) => compareWithPrint(value, sources));
  if (verdicts.includes('differs')) return false;
  return verdicts.includes('same') ? true : undefined;
}

function differencesOf({ values }: FoundTwoDDoc, sources: Sources): string[] | undefined {
  const names = values.filter((value) => compareWithPrint(value, sources) === 'differs').map(({ name }) => name);
  return names.length === 0 ? undefined : names;
}

function named(names: readonly string[], { values }: FoundTwoDDoc): string | number | undefined {
  const found = names.flatMap((name) => values.find((one) => one.name === name) ?? []);
  if (found.length <= 1) return found[0]?.value;
  return found.map(({ value }) => value).join(' ');
}
