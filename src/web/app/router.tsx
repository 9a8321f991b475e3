import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { accountRoutes } from '../account/routes.ts';
import { meQuery } from '../api/me.ts';
import { queryClient, whenSignedOut } from '../api/query-client.ts';
import { caseRoutes } from '../case/routes.ts';
import { casesRoutes } from '../cases/routes.ts';
import { documentRoutes } from '../document/routes.ts';
import { operatorRoutes } from '../operator/routes.ts';
import { peopleRoutes } from '../people/routes.ts';
import { reviewRoutes } from '../review/routes.ts';
import { translationsRoutes } from '../translations/routes.ts';
import { ErrorPage } from './error-page.tsx';
import { LoadingPage } from './loading-page.tsx';
import { MissingPage } from './missing-page.tsx';
import { rootRoute } from './root-route.tsx';
import { signedInRoute } from './signed-in-route.tsx';
import { signedOutRoute } from './signed-out-route.tsx';

const startRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./start-page.tsx'), 'StartPage'),
});
const routes = rootRoute.addChildren([
  signedOutRoute.addChildren(accountRoutes.signedOut),
  signedInRoute.addChildren([
    startRoute,
    ...accountRoutes.signedIn,
    ...casesRoutes,
    ...caseRoutes,
    ...documentRoutes,
    ...reviewRoutes,
    ...translationsRoutes,
    ...operatorRoutes,
    ...peopleRoutes,
  ]),
]);

/** Every page and its address. A new page is added in its folder's `routes.ts`. */
export const router = createRouter({
  routeTree: routes,
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: MissingPage,
  defaultPendingMs: 150,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

const SIGNED_OUT_PAGES = ['/sign-in', '/setup', '/join'];

whenSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (SIGNED_OUT_PAGES.includes(pathname)) return;
  queryClient.removeQueries({ queryKey: meQuery.queryKey });
  void router.navigate({ to: '/sign-in', search: { back: href } });
});
