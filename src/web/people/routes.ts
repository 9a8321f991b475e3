import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.tsx';

const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./people-frame.tsx'), 'PeopleFrame'),
});
const peopleTab = createRoute({
  getParentRoute: () => peopleRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./people-tab.tsx'), 'PeopleTab'),
});
const teamsTab = createRoute({
  getParentRoute: () => peopleRoute,
  path: '/teams',
  component: lazyRouteComponent(() => import('./teams-tab.tsx'), 'TeamsTab'),
});
const keysTab = createRoute({
  getParentRoute: () => peopleRoute,
  path: '/keys',
  component: lazyRouteComponent(() => import('./keys-tab.tsx'), 'KeysTab'),
});
const webhooksTab = createRoute({
  getParentRoute: () => peopleRoute,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('./webhooks-tab.tsx'), 'WebhooksTab'),
});
const logTab = createRoute({
  getParentRoute: () => peopleRoute,
  path: '/log',
  component: lazyRouteComponent(() => import('./log-tab.tsx'), 'LogTab'),
});

export const peopleRoutes = [peopleRoute.addChildren([peopleTab, teamsTab, keysTab, webhooksTab, logTab])] as const;
