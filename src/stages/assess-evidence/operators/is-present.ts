import type { FactValue, Truth } from '../facts.ts';

/** Whether the fact has a value; null is a certain no, undefined can't tell. */
export function isPresent(fact: FactValue): Truth {
  return fact === undefined ? undefined : fact !== null;
}
