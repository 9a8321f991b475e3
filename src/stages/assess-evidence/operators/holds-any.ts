import type { FactValue, Truth } from '../facts.ts';

/** Whether a fact (one word or a list of words) holds one of the values. */
export function holdsAny(fact: FactValue, values: readonly string[]): Truth {
  if (fact === undefined) return undefined;
  if (typeof fact === 'string') return values.includes(fact);
  return Array.isArray(fact) && fact.some((one) => values.includes(one));
}
