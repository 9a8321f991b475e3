import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { judgementSchema } from '#http/contract/cases.ts';
import { call } from './call.ts';

export type Judgement = z.infer<typeof judgementSchema>['judgement'];

/** Everything that is said of a case as a whole, as of today. */
export const judgementQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', caseId, 'judgement'],
    queryFn: async ({ signal }) => {
      const path = `/api/cases/${encodeURIComponent(caseId)}/judgement`;
      return (await call<z.infer<typeof judgementSchema>>(path, { signal })).judgement;
    },
  });
