import { createRootRoute } from '@tanstack/react-router';
import { ErrorPage } from './error-page.tsx';
import { MissingPage } from './missing-page.tsx';

/** Above every page, signed in or not. */
export const rootRoute = createRootRoute({ notFoundComponent: MissingPage, errorComponent: ErrorPage });
