import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './api-failure.ts';

/** What happens when the session is over, set by the router: sign in, and come back here. */
let onSignedOut: () => void = () => undefined;

/** Says where a session that has ended leads. */
export function whenSignedOut(go: () => void): void {
  onSignedOut = go;
}

function noticeEnd(error: unknown): void {
  if (error instanceof ApiFailure && error.status === 401) onSignedOut();
}

/** Only what may go better a moment later is asked again: no answer, or a server that is starting. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  return failures < 2 && error instanceof ApiFailure && (error.status === 0 || error.status >= 502);
}

/** What the page has been told, kept a while; a session that has ended is noticed whoever asked. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  // Signing in with a wrong password answers 401 too, and is no session that has ended.
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (mutation.meta?.['isSignIn'] !== true) noticeEnd(error);
    },
  }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: isWorthRetrying, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
