import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.tsx';
import { signedOutRoute } from '../app/signed-out-route.tsx';

const signInRoute = createRoute({
  getParentRoute: () => signedOutRoute,
  path: '/sign-in',
  /** `back`: the address on this server that was asked for before. */
  validateSearch: (search: Record<string, unknown>): { back?: string } =>
    typeof search['back'] === 'string' && /^\/(?![/\\])/.test(search['back']) ? { back: search['back'] } : {},
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
});
/** The one-time code stands behind the `#`, so that it reaches no server's log. */
const setupRoute = createRoute({
  getParentRoute: () => signedOutRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('./setup-page.tsx'), 'SetupPage'),
});
const invitationRoute = createRoute({
  getParentRoute: () => signedOutRoute,
  path: '/invitation',
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
