import { z } from 'zod';
import { type DocumentRecord, recordStatusSchema } from './document-record.ts';

const counts = z.record(z.string(), z.number().int());

/** What the documents of a case say together: counts only, nothing of anybody. */
export const caseSummarySchema = z.object({
  documents: z.number().int(),
  byStatus: counts,
  byType: counts,
  byFlag: counts,
  /** Of every criterion that a document speaks to: how many do, and the worth (0 to 100) of the one that is worth most. */
  criteria: z.record(z.string(), z.object({ documents: z.number().int(), best: z.number() })),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

/** Sums up the documents of a case; copies of a file that came before count as documents, and for no criterion. */
export function summariseCase(
  records: readonly { readonly record: DocumentRecord; readonly isCopy: boolean }[],
): CaseSummary {
  const criteria: CaseSummary['criteria'] = {};
  for (const { record, isCopy } of records)
    for (const { id, weight } of isCopy ? [] : record.criteria) {
      const before = criteria[id] ?? { documents: 0, best: 0 };
      const worth = Math.round((record.score ?? 0) * weight);
      criteria[id] = { documents: before.documents + 1, best: Math.max(before.best, worth) };
    }
  return {
    documents: records.length,
    byStatus: { ...zeros(recordStatusSchema.options), ...countOf(records.map(({ record }) => record.status)) },
    byType: countOf(records.flatMap(({ record }) => record.type?.id ?? [])),
    byFlag: countOf(records.flatMap(({ record }) => record.flags.map(({ code }) => code))),
    criteria,
  };
}

function zeros(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, 0]));
}

function countOf(names: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const name of [...names].sort()) found[name] = (found[name] ?? 0) + 1;
  return found;
}
