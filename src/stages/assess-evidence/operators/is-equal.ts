import type { FactValue, Truth } from '../facts.ts';

/** Same value and kind; a fact that is certainly not there equals nothing. */
export function isEqual(fact: FactValue, value: string | number | boolean): Truth {
  return fact === undefined ? undefined : fact === value;
}
