import type { Flags } from '#definitions/flags.schema.ts';
import type { Routing } from '#definitions/routing.schema.ts';
import type { DocumentRecord } from '#domain/document-record.ts';

/** A paper whose translation is in the case: what it lacked for that is made good, and its score is that of the flags that are left. */
export function onceTranslated<Paper extends Pick<DocumentRecord, 'flags' | 'criteria' | 'score'>>(
  record: Paper,
  { flags: made }: Pick<Routing, 'flags'>,
  { flags: rules }: Pick<Flags, 'flags'>,
): Paper {
  const flags = record.flags.filter(({ code }) => !made.includes(code));
  if (flags.length === record.flags.length) return record;
  const best = Math.max(0, ...record.criteria.map(({ weight }) => weight));
  const factor = flags.reduce((product, { code }) => product * (rules[code]?.factor ?? 1), 1);
  return { ...record, flags, score: record.score === null ? null : Math.round(100 * best * factor) };
}
