import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.tsx';

const translationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/translations',
  component: lazyRouteComponent(() => import('./translations-page.tsx'), 'TranslationsPage'),
});
const translatorsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/translations/translators',
  component: lazyRouteComponent(() => import('./translators-page.tsx'), 'TranslatorsPage'),
});
const orderRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/translations/$orderId',
  component: lazyRouteComponent(() => import('./order-page.tsx'), 'OrderPage'),
});
const taskRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/translations/tasks/$taskId',
  component: lazyRouteComponent(() => import('./task-page.tsx'), 'TaskPage'),
});

export const translationsRoutes = [translationsRoute, translatorsRoute, orderRoute, taskRoute] as const;
