import type { ReactNode } from 'react';
import { useMe } from '../api/me.ts';
import { InboxPage } from './inbox-page.tsx';
import { OrdersPage } from './orders-page.tsx';

/** Advisers see who translates what; translators what is theirs to translate. */
export function TranslationsPage(): ReactNode {
  return useMe().may.includes('see-orders') ? <OrdersPage /> : <InboxPage />;
}
