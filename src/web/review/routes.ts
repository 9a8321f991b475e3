import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.tsx';

const reviewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/review',
  component: lazyRouteComponent(() => import('./review-page.tsx'), 'ReviewPage'),
});

export const reviewRoutes = [reviewRoute] as const;
