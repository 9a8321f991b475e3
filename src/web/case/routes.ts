import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.tsx';

/** The frame of a case; its tabs are the pages inside. */
export const caseRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./case-frame.tsx'), 'CaseFrame'),
});

const documentsTab = createRoute({
  getParentRoute: () => caseRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./documents-tab.tsx'), 'DocumentsTab'),
});
const evidenceTab = createRoute({
  getParentRoute: () => caseRoute,
  path: '/evidence',
  component: lazyRouteComponent(() => import('./evidence-tab.tsx'), 'EvidenceTab'),
});
const nextStepsTab = createRoute({
  getParentRoute: () => caseRoute,
  path: '/next-steps',
  component: lazyRouteComponent(() => import('./next-steps-tab.tsx'), 'NextStepsTab'),
});
const clocksTab = createRoute({
  getParentRoute: () => caseRoute,
  path: '/clocks',
  component: lazyRouteComponent(() => import('./clocks-tab.tsx'), 'ClocksTab'),
});
const timelineTab = createRoute({
  getParentRoute: () => caseRoute,
  path: '/timeline',
  component: lazyRouteComponent(() => import('./timeline-tab.tsx'), 'TimelineTab'),
});
const translationsTab = createRoute({
  getParentRoute: () => caseRoute,
  path: '/translations',
  component: lazyRouteComponent(() => import('../translations/case-translations-tab.tsx'), 'CaseTranslationsTab'),
});
const exportsTab = createRoute({
  getParentRoute: () => caseRoute,
  path: '/exports',
  component: lazyRouteComponent(() => import('./exports-tab.tsx'), 'ExportsTab'),
});

export const caseRoutes = [
  caseRoute.addChildren([documentsTab, evidenceTab, nextStepsTab, clocksTab, timelineTab, translationsTab, exportsTab]),
] as const;
