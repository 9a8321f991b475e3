import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.tsx';

const operatorRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/operations',
  component: lazyRouteComponent(() => import('./operator-page.tsx'), 'OperatorPage'),
});

export const operatorRoutes = [operatorRoute] as const;
