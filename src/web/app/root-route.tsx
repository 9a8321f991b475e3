import { createRootRoute, type ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorPage } from './error-page.tsx';
import { MissingPage } from './missing-page.tsx';

/** Above every page, signed in or not. */
export const rootRoute = createRootRoute({ notFoundComponent: MissingOutside, errorComponent: ErrorOutside });

// Outside every frame nothing else says where the content is.
function MissingOutside(): ReactNode {
  return (
    <main>
      <MissingPage />
    </main>
  );
}

function ErrorOutside(props: ErrorComponentProps): ReactNode {
  return (
    <main>
      <ErrorPage {...props} />
    </main>
  );
}
