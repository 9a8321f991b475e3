import type { TranslationStore } from '#ports/translations.ts';
import type { Vault } from '#ports/vault.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Database } from '../open-database.ts';
import { createDeliveryStore } from './delivery-store.ts';
import { createOrderStore } from './order-store.ts';
import { createTranslatorStore } from './translator-store.ts';

/** Translations in the tables that `migrations/0004-translations.ts` makes. */
export function createTranslationStore(db: Database, vault: Vault, trail: AuditTrail): TranslationStore {
  return {
    ...createTranslatorStore(db, trail),
    ...createOrderStore(db, vault, trail),
    ...createDeliveryStore(db, vault, trail),
  };
}
