import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { documentListSchema, foundSchema } from '#http/contract/cases.ts';
import { call } from './call.ts';

const of = (caseId: string): string => `/api/cases/${encodeURIComponent(caseId)}`;

/** The documents of a case, as rows. */
export const documentsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', caseId, 'documents'],
    queryFn: ({ signal }) => call<z.infer<typeof documentListSchema>>(`${of(caseId)}/documents`, { signal }),
  });

export const SHORTEST_SEARCH = 2;
const MOST_FOUND = 100;

/** Papers of a case in whose text all the words stand, with the lines that say so. The words travel in the body. */
export const foundQuery = (caseId: string, words: string) =>
  queryOptions({
    queryKey: ['cases', caseId, 'found', words],
    queryFn: async ({ signal }) => {
      const body = { words, limit: MOST_FOUND };
      return (await call<z.infer<typeof foundSchema>>(`${of(caseId)}/search`, { method: 'POST', body, signal })).found;
    },
    enabled: words.length >= SHORTEST_SEARCH,
    placeholderData: keepPreviousData,
  });
