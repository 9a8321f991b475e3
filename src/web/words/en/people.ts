import type { Counterpart } from '../counterpart.ts';
import type { people as french } from '../fr/people.ts';

export const people = {
  title: 'People',
} satisfies Counterpart<typeof french>;
