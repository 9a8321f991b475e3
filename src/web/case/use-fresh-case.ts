import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { judgementKey } from '../api/judgement.ts';
import { type EventStream, useEvents } from '../api/use-events.ts';

const EVENTS = ['change', 'reconnected'];
/** Two hundred files that come in make hundreds of events; the page asks once for several. */
const ASK_EVERY_MS = 1_000;

/** Keeps all that is shown of a case as it is on the server, while it is shown. */
export function useFreshCase(caseId: string): EventStream {
  const client = useQueryClient();
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const refresh = (): void => {
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: ['cases', caseId] });
      void client.invalidateQueries({ queryKey: ['cases'], exact: true });
    }, ASK_EVERY_MS);
  };
  return useEvents(`/api/cases/${encodeURIComponent(caseId)}/events`, EVENTS, (_name, data) => {
    if (isOfJudgement(data)) void client.invalidateQueries({ queryKey: judgementKey(caseId) });
    else refresh();
  });
}

/** The judgement that takes the place of the one that is shown is there; nothing else of the case changed. */
function isOfJudgement(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'case-judgement';
}
