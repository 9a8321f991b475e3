import type { Action } from '#domain/permissions.ts';
import type { IconName } from '../parts/icon.tsx';

/** Where one can go, in the order in which it is shown; `needs`: one of what must be allowed to see it. */
export const PLACES = [
  { to: '/cases', word: 'cases', icon: 'folder', needs: ['see-cases'] },
  { to: '/review', word: 'review', icon: 'eye', needs: ['see-cases'] },
  { to: '/translations', word: 'translations', icon: 'translate', needs: ['see-cases'] },
  { to: '/operations', word: 'operations', icon: 'pulse', needs: ['operate'] },
  { to: '/people', word: 'people', icon: 'people', needs: ['see-people'] },
] as const satisfies readonly {
  readonly to: string;
  readonly word: string;
  readonly icon: IconName;
  readonly needs: readonly Action[];
}[];

export type NavigationPlace = (typeof PLACES)[number];

/** The places that somebody with these permissions sees; the first is where they start. */
export function placesFor(may: readonly Action[]): NavigationPlace[] {
  return PLACES.filter(({ needs }) => needs.some((action) => may.includes(action)));
}
