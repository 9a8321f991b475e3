import type { Counterpart } from '../counterpart.ts';
import type { operator as french } from '../fr/operator.ts';

export const operator = {
  title: 'Operations',
} satisfies Counterpart<typeof french>;
