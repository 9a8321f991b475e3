import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../api/me.ts';
import { placesFor } from './navigation-places.ts';

/** Leads to the first place of one's role. */
export function StartPage(): ReactNode {
  const [first] = placesFor(useMe().may);
  return <Navigate to={first?.to ?? '/account'} replace />;
}
