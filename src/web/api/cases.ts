import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { CaseRow, caseListSchema, openCaseBodySchema } from '#http/contract/cases.ts';
import { call } from './call.ts';

/** More than anybody scrolls through; the filter works on what came. */
const MOST_PAGES = 25;
const PER_PAGE = 200;

/** All cases of my teams. */
export const casesQuery = queryOptions({
  queryKey: ['cases'],
  queryFn: ({ signal }) => allCases(signal),
});

async function allCases(signal: AbortSignal): Promise<readonly CaseRow[]> {
  const cases: CaseRow[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await call<z.infer<typeof caseListSchema>>('/api/cases', {
      query: { limit: PER_PAGE, after },
      signal,
    });
    cases.push(...answer.cases);
    if (answer.next === null) break;
    after = answer.next;
  }
  return cases;
}

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', caseId],
    queryFn: ({ signal }) => call<CaseRow>(`/api/cases/${encodeURIComponent(caseId)}`, { signal }),
  });

/** Opens a case; it then stands in the list. */
export function useOpenCase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof openCaseBodySchema>) =>
      call<CaseRow>('/api/cases', { method: 'POST', body: input }),
    onSuccess: () => client.invalidateQueries({ queryKey: casesQuery.queryKey }),
  });
}
