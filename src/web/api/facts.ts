import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseFactsBody } from '#http/contract/cases.ts';
import { call } from './call.ts';

const pathOf = (caseId: string): string => `/api/cases/${encodeURIComponent(caseId)}/facts`;

/** What is known of the client beside the papers. */
export const factsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', caseId, 'facts'],
    queryFn: ({ signal }) => call<CaseFactsBody>(pathOf(caseId), { signal }),
  });

/** Says what is known; all that is said of the case follows it. */
export function useChangeFacts(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (facts: CaseFactsBody) => call<CaseFactsBody>(pathOf(caseId), { method: 'PUT', body: facts }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cases', caseId] }),
  });
}
