import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { judgementSchema } from '#http/contract/cases.ts';
import { call } from './call.ts';

type Answer = z.infer<typeof judgementSchema>;
export type Judgement = Answer['judgement'];

/** The server tells when the current one is there; should that be missed, it is asked again. */
const ASK_AGAIN_MS = 3_000;

export const judgementKey = (caseId: string) => ['cases', caseId, 'judgement'] as const;

const answerQuery = (caseId: string) =>
  queryOptions({
    queryKey: judgementKey(caseId),
    queryFn: ({ signal }) =>
      call<Answer>(`/api/cases/${encodeURIComponent(caseId)}/judgement`, { query: { mayBeFormer: 'true' }, signal }),
    refetchInterval: ({ state }) => (state.data?.isFormer === true ? ASK_AGAIN_MS : false),
  });

/** Everything that is said of a case as a whole, as of today. */
export const judgementQuery = (caseId: string) => ({
  ...answerQuery(caseId),
  select: ({ judgement }: Answer): Judgement => judgement,
});

/** Whether what is shown of it is of a moment ago; asks for nothing by itself. */
export const isFormerQuery = (caseId: string) => ({
  ...answerQuery(caseId),
  select: ({ isFormer }: Answer): boolean => isFormer,
  enabled: false,
});
