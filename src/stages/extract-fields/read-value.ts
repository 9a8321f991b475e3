import type { FieldExtractor } from '#definitions/field-extractor.schema.ts';
import { findAmounts } from '#text/amounts.ts';

type LabelExtractor = Extract<FieldExtractor, { from: 'label' }>;

/** The value a labelled text holds, of the kind the extractor asks for; undefined when it holds none. */
export function readValue(text: string, extractor: LabelExtractor): string | number | undefined {
  if (extractor.as === 'amount' || extractor.as === 'count' || extractor.as === 'year')
    return pickAmount(findAmounts(text), extractor.pick);
  const value =
    extractor.as === 'code'
      ? (/[A-Z0-9][A-Z0-9./-]*/i.exec(text)?.[0].toUpperCase() ?? '')
      : text.replace(/^[\s:.-]+|[\s,;:]+$/g, '');
  if (value === '' || (extractor.as === 'name' && !/^\p{L}[\p{L}\p{M} .,'’-]*$/u.test(value))) return undefined;
  if (extractor.shape !== undefined && !new RegExp(extractor.shape, 'u').test(value)) return undefined;
  return value;
}

function pickAmount(amounts: readonly number[], pick: LabelExtractor['pick']): number | undefined {
  if (amounts.length === 0) return undefined;
  if (pick === 'largest') return Math.max(...amounts);
  return pick === 'first' ? amounts[0] : amounts.at(-1);
}
