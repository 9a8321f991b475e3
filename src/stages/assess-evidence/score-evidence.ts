import type { EvidenceTable } from '#definitions/evidence-table.schema.ts';
import type { Flags } from '#definitions/flags.schema.ts';
import type { Assessment, Flag } from '#domain/findings.ts';

/** What a paper of this type is worth for each criterion, and its score: the best weight, reduced by each flag's factor. */
export function scoreEvidence(
  typeId: string,
  raised: readonly Flag[],
  table: EvidenceTable,
  flags: Flags,
): Pick<Assessment, 'criteria' | 'score'> {
  const criteria = table.criteria.flatMap(({ id, evidence }) => {
    const weight = evidence[typeId];
    return weight === undefined ? [] : [{ id, weight }];
  });
  if (criteria.length === 0) return { criteria, score: null };
  const factor = raised.reduce((product, flag) => product * (flags.flags[flag.code]?.factor ?? 1), 1);
  const best = Math.max(...criteria.map((criterion) => criterion.weight));
  return { criteria: criteria.sort((a, b) => b.weight - a.weight), score: Math.round(100 * best * factor) };
}
