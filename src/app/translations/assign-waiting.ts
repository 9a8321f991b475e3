import { assignTranslator, type WantedTranslation } from '#casework/routing/assign-translator.ts';
import type { Routing } from '#definitions/routing.schema.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { TranslationOrder } from '#ports/translations.ts';
import type { Keeping } from '../keeping/open-keeping.ts';

/**
 * Asks somebody for every order that waits and that somebody can do now: a profile was filled in, an absence is over, there is room again. Each once, however
 * many servers do so; how many were given to somebody.
 */
export async function assignWaiting(
  { translations }: Pick<Keeping, 'translations'>,
  routing: Routing | undefined,
  asOf: string,
): Promise<number> {
  let assigned = 0;
  for (const order of await translations.waiting()) {
    const declinedBy = await translations.declinedBy(order.id);
    const wanted = { ...order, nobody: nobodyOf(order, routing), asOf, declinedBy };
    // Asked anew for each: whoever was just asked has more to do.
    const assignment = assignTranslator(wanted, await translations.atWork());
    if (assignment.personId === null) continue;
    const change = { act: 'assign', onlyFrom: 'to-assign', assignment, isSworn: assignment.isSworn } as const;
    const isDone = await translations.act(order.id, change).then(() => true, unlessMovedOn);
    if (isDone) assigned += 1;
  }
  return assigned;
}

/** What its rule says of when nobody can; of what a person ordered, a person is asked again. */
export function nobodyOf(
  { rule }: Pick<TranslationOrder, 'rule'>,
  routing: Routing | undefined,
): WantedTranslation['nobody'] {
  return routing?.rules.find(({ id }) => id === rule)?.terms.nobody ?? 'person';
}

/** Somebody else was quicker, or it is not needed any more. */
function unlessMovedOn(error: unknown): false {
  if (error instanceof LiasseFailure && (error.code === 'order-moved-on' || error.code === 'not-found')) return false;
  throw error;
}
