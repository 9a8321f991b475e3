import { useRouterState } from '@tanstack/react-router';

/** The one-time code behind the `#` of the link one came by; empty when there is none. It is never sent as a part of an address. */
export function useCodeOfLink(): string {
  return useRouterState({ select: ({ location }) => location.hash });
}
