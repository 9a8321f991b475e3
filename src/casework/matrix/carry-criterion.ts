import type { MatrixRules } from '#definitions/casework/matrix.schema.ts';
import type { Cell } from '#domain/case-judgement.ts';
import { joinStrengths } from './join-strengths.ts';

/** How a criterion is carried. */
export interface Carried {
  /** 0..100; below `metFrom` as long as something is needed. */
  readonly strength: number;
  /** What is needed beside strength, and is not there. */
  readonly lacks: MatrixRules['needs'][number] | undefined;
}

/** How well papers together carry a criterion: their strengths joined, and whether there is among them what the criterion needs. */
export function carryCriterion(
  criterion: string,
  { cells, typeOf }: { readonly cells: readonly Pick<Cell, 'strength' | 'paper'>[]; typeOf(paper: string): string },
  { repeated, needs, metFrom }: Pick<MatrixRules, 'repeated' | 'needs' | 'metFrom'>,
): Carried {
  const joined = joinStrengths(cells, typeOf, repeated);
  const lacks = needs.find(
    (need) =>
      need.criterion === criterion &&
      !cells.some(({ paper, strength }) => strength > 0 && need.anyOf.includes(typeOf(paper))),
  );
  return lacks === undefined ? { strength: joined, lacks } : { strength: Math.min(joined, metFrom - 1), lacks };
}
