import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.tsx';

const casesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases',
  component: lazyRouteComponent(() => import('./cases-page.tsx'), 'CasesPage'),
});

export const casesRoutes = [casesRoute] as const;
