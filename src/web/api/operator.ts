import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  correctionsSchema,
  diagnosesSchema,
  FailuresView,
  LedgerView,
  pausedSchema,
  RunDetail,
  reachSchema,
  retriedSchema,
  runChangesSchema,
  runListSchema,
  runScopeSchema,
  StorageView,
  startedRunSchema,
  WorkView,
} from '#http/contract/operator.ts';
import { call } from './call.ts';

/** It is looked at, not worked with: every few seconds is soon enough. */
const SOON_MS = 4_000;
const at = (path: string): string => `/api/operator/${path}`;

export const workQuery = queryOptions({
  queryKey: ['operator', 'queue'],
  queryFn: ({ signal }) => call<WorkView>(at('queue'), { signal }),
  refetchInterval: SOON_MS,
});
export const failuresQuery = queryOptions({
  queryKey: ['operator', 'failures'],
  queryFn: ({ signal }) => call<FailuresView>(at('failures'), { signal }),
  refetchInterval: SOON_MS,
});
export const runsQuery = queryOptions({
  queryKey: ['operator', 'runs'],
  queryFn: ({ signal }) => call<z.infer<typeof runListSchema>>(at('runs'), { signal }),
  refetchInterval: SOON_MS,
});
export const runQuery = (runId: string) =>
  queryOptions({
    queryKey: ['operator', 'runs', runId],
    queryFn: ({ signal }) => call<RunDetail>(at(`runs/${encodeURIComponent(runId)}`), { signal }),
    refetchInterval: SOON_MS / 2,
  });
export const runChangesQuery = (runId: string) =>
  queryOptions({
    queryKey: ['operator', 'runs', runId, 'changes'],
    queryFn: ({ signal }) =>
      call<z.infer<typeof runChangesSchema>>(at(`runs/${encodeURIComponent(runId)}/changes`), { signal }),
  });
export const ledgerQuery = queryOptions({
  queryKey: ['operator', 'ledger'],
  queryFn: ({ signal }) => call<LedgerView>(at('ledger'), { signal }),
});
export const storageQuery = queryOptions({
  queryKey: ['operator', 'storage'],
  queryFn: ({ signal }) => call<StorageView>(at('storage'), { signal }),
});
export const correctionsQuery = queryOptions({
  queryKey: ['operator', 'corrections'],
  queryFn: ({ signal }) => call<z.infer<typeof correctionsSchema>>(at('corrections'), { signal }),
});

function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['operator'] }),
  });
}

export const usePause = () =>
  useChange((isPaused: boolean) =>
    call<z.infer<typeof pausedSchema>>(at(isPaused ? 'queue/pause' : 'queue/resume'), { method: 'POST' }),
  );
export const useRetry = () =>
  useChange((ids: readonly string[] | 'all') =>
    call<z.infer<typeof retriedSchema>>(at('failures/retry'), { method: 'POST', body: ids === 'all' ? {} : { ids } }),
  );

type Scope = z.input<typeof runScopeSchema>;
/** What a run would reach; nothing is computed. */
export const useReach = () =>
  useMutation({
    mutationFn: (scope: Scope) => call<z.infer<typeof reachSchema>>(at('runs/reach'), { method: 'POST', body: scope }),
  });
export const useStartRun = () =>
  useChange((scope: Scope) => call<z.infer<typeof startedRunSchema>>(at('runs'), { method: 'POST', body: scope }));
export type RunStep = 'accept' | 'reject' | 'roll-back' | 'resume';
export const useRunStep = (runId: string) =>
  useChange((step: RunStep) => call<unknown>(at(`runs/${encodeURIComponent(runId)}/${step}`), { method: 'POST' }));
export const useDoctor = () =>
  useMutation({ mutationFn: () => call<z.infer<typeof diagnosesSchema>>(at('doctor'), { method: 'POST' }) });
