import { createRoute } from '@tanstack/react-router';
import { rootRoute } from './root-route.tsx';
import { SignedOutFrame } from './signed-out-frame.tsx';

/** Above the pages for people who are not signed in yet: sign-in, first installation, invitation. */
export const signedOutRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-out',
  component: SignedOutFrame,
});
