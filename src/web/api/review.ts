import { queryOptions, useMutation } from '@tanstack/react-query';
import type { LearningResult, ReviewList } from '#http/contract/review.ts';
import { call } from './call.ts';

const AT_ONCE = 100;

/** What a person should look at, worst first. Asked for once: whoever works through it is not given another order meanwhile. */
export const reviewQuery = queryOptions({
  queryKey: ['review'],
  queryFn: ({ signal }) => call<ReviewList>('/api/review', { query: { limit: AT_ONCE }, signal }),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
});

/** Has Liasse learn from what persons said papers are. */
export function useLearn() {
  return useMutation({
    mutationFn: () => call<LearningResult>('/api/review/learn', { method: 'POST', body: {} }),
  });
}
