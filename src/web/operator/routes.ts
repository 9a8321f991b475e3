import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.tsx';

const operatorRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/operations',
  component: lazyRouteComponent(() => import('./operator-frame.tsx'), 'OperatorFrame'),
});
const workTab = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./work-tab.tsx'), 'WorkTab'),
});
const runsTab = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/runs',
  component: lazyRouteComponent(() => import('./runs-tab.tsx'), 'RunsTab'),
});
const runTab = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/runs/$runId',
  component: lazyRouteComponent(() => import('./run-tab.tsx'), 'RunTab'),
});
const storeTab = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/store',
  component: lazyRouteComponent(() => import('./store-tab.tsx'), 'StoreTab'),
});
const qualityTab = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/quality',
  component: lazyRouteComponent(() => import('./quality-tab.tsx'), 'QualityTab'),
});

export const operatorRoutes = [operatorRoute.addChildren([workTab, runsTab, runTab, storeTab, qualityTab])] as const;
