import { createRoute, redirect } from '@tanstack/react-router';
import { failureCode } from '../api/api-failure.ts';
import { meQuery } from '../api/me.ts';
import { queryClient } from '../api/query-client.ts';
import { rootRoute } from './root-route.tsx';
import { Shell } from './shell.tsx';

/** Above every page for people who are signed in: whoever is not is sent to the sign-in and comes back here. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      return { me: await queryClient.ensureQueryData(meQuery) };
    } catch (error) {
      if (failureCode(error) === 'setup-needed') throw redirect({ to: '/setup' });
      if (isSignedOut(error)) throw redirect({ to: '/sign-in', search: { back: location.href } });
      throw error;
    }
  },
});

function isSignedOut(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 401;
}
