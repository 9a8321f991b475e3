import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { documentListSchema } from '#http/contract/cases.ts';
import { call } from './call.ts';

/** The documents of a case, as rows. */
export const documentsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', caseId, 'documents'],
    queryFn: ({ signal }) =>
      call<z.infer<typeof documentListSchema>>(`/api/cases/${encodeURIComponent(caseId)}/documents`, { signal }),
  });
