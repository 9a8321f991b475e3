import type { Counterpart } from '../counterpart.ts';
import type { review as french } from '../fr/review.ts';

export const review = {
  title: 'To review',
} satisfies Counterpart<typeof french>;
