import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.tsx';

const translationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/translations',
  component: lazyRouteComponent(() => import('./translations-page.tsx'), 'TranslationsPage'),
});

export const translationsRoutes = [translationsRoute] as const;
