import type { FactValue, Truth } from '../facts.ts';

/** Number strictly below the value; what is no number can't be told. */
export function isLess(fact: FactValue, value: number): Truth {
  return typeof fact === 'number' ? fact < value : undefined;
}
