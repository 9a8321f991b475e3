import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { apiKeyBodySchema, apiKeySchema, madeApiKeySchema } from '#http/contract/people.ts';
import { call } from './call.ts';

export type ApiKey = z.infer<typeof apiKeySchema>;

export const apiKeysQuery = queryOptions({
  queryKey: ['me', 'api-keys'],
  queryFn: ({ signal }) => call<{ readonly apiKeys: readonly ApiKey[] }>('/api/api-keys', { signal }),
});

export function useMakeApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof apiKeyBodySchema>) =>
      call<z.infer<typeof madeApiKeySchema>>('/api/api-keys', { method: 'POST', body: input }),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
}

export function useRevokeApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call<unknown>(`/api/api-keys/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
}
