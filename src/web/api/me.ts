import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { changeMeBodySchema, Me } from '#http/contract/people.ts';
import { call } from './call.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call<Me>('/api/me', { signal }),
  staleTime: 60_000,
});

/** Who is signed in. Only inside the frame of signed-in pages. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Changes my name or my language. */
export function useChangeMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: z.input<typeof changeMeBodySchema>) =>
      call<Me>('/api/me', { method: 'PATCH', body: changes }),
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
  });
}

/** Signs out; nothing that was shown is kept. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call<unknown>('/api/auth/sign-out', { method: 'POST', body: {} }),
    onSettled: () => client.clear(),
  });
}
