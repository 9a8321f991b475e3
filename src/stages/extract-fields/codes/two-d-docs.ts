import type { Codes } from '#definitions/codes.schema.ts';
import type { PageMark } from '#domain/page-reading.ts';
import { parseAmount } from '#text/amounts.ts';
import { foldText } from '#text/fold-text.ts';
import { daysSince2000, parseTwoDDoc, type TwoDDoc } from '#text/two-d-doc.ts';
import type { Sources } from '../sources.ts';

type ValueRule = Codes['twoDDoc']['values'][string];

/** A value of a code, typed: what it is called, what kind it is of, what it says. */
export interface CodedValue {
  readonly name: string;
  readonly as: ValueRule['as'];
  readonly isPrinted: boolean;
  readonly value: string | number;
}

/** A 2D-Doc on a page. */
export interface FoundTwoDDoc {
  readonly doc: TwoDDoc;
  readonly mark: PageMark;
  readonly page: number;
  readonly values: readonly CodedValue[];
}

/** The 2D-Docs of a paper in the order of its pages. */
export function twoDDocsOf({ pages, codes }: Sources): FoundTwoDDoc[] {
  const lengths = lengthsOf(codes);
  return pages.flatMap(({ page, marks }) =>
    marks.flatMap((mark) => {
      const doc = mark.kind === 'code' && mark.text !== null ? parseTwoDDoc(mark.text, lengths) : undefined;
      return doc === undefined ? [] : [{ doc, mark, page, values: valuesOf(doc, codes) }];
    }),
  );
}

const known = new WeakMap<Codes, ReadonlyMap<string, number>>();

function lengthsOf(codes: Codes): ReadonlyMap<string, number> {
  const lengths = known.get(codes) ?? new Map(Object.entries(codes.twoDDoc.lengths));
  known.set(codes, lengths);
  return lengths;
}

function valuesOf(doc: TwoDDoc, { twoDDoc }: Codes): CodedValue[] {
  if (!twoDDoc.perimeters.includes(doc.perimeter)) return [];
  return doc.values.flatMap(({ id, text }) => {
    const rule = twoDDoc.values[id];
    const value = rule === undefined ? undefined : typed(text, rule.as, twoDDoc.titles);
    return rule === undefined || value === undefined || value === '' ? [] : [{ ...rule, value }];
  });
}

function typed(text: string, as: ValueRule['as'], titles: readonly string[]): string | number | undefined {
  switch (as) {
    case 'amount':
      return parseAmount(text);
    case 'count':
      return /^\d+$/.test(text) ? Number(text) : undefined;
    case 'days':
      return daysSince2000(text) ?? undefined;
    case 'date':
      return /^\d{8}$/.test(text) ? `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}` : undefined;
    case 'name':
      return nameOf(text, titles);
    case 'digits':
    case 'text':
      return text;
  }
}

/** "MME/SPECIMEN/NATACHA" as "SPECIMEN NATACHA". */
function nameOf(text: string, titles: readonly string[]): string {
  const words = text.split(/[/\s]+/).filter((word) => word !== '' && !titles.includes(foldText(word).replace('.', '')));
  return words.join(' ');
}
