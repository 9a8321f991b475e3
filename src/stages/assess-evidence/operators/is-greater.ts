import type { FactValue, Truth } from '../facts.ts';

/** Number strictly above the value; what is no number can't be told. */
export function isGreater(fact: FactValue, value: number): Truth {
  return typeof fact === 'number' ? fact > value : undefined;
}
