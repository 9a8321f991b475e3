import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.tsx';
import { signedOutRoute } from '../app/signed-out-route.tsx';
import { ownAddress } from './own-address.ts';

const signInRoute = createRoute({
  getParentRoute: () => signedOutRoute,
  path: '/sign-in',
  /** `back`: the page that was asked for before. Undefined is said, since the router would keep what the address has. */
  validateSearch: ({ back }: Record<string, unknown>): { back?: string | undefined } => ({ back: ownAddress(back) }),
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
});
/** The one-time code (here and in invitations) stands behind the `#`, so that it reaches no server's log. */
const setupRoute = createRoute({
  getParentRoute: () => signedOutRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('./setup-page.tsx'), 'SetupPage'),
});
const invitationRoute = createRoute({
  getParentRoute: () => signedOutRoute,
  path: '/join',
  component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
});
const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
});

export const accountRoutes = {
  signedOut: [signInRoute, setupRoute, invitationRoute],
  signedIn: [accountRoute],
} as const;
