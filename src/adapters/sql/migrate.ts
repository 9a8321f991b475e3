import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { keeping } from './migrations/0001-keeping.ts';
import { people } from './migrations/0002-people.ts';
import { clientNames } from './migrations/0003-client-names.ts';
import { translations } from './migrations/0004-translations.ts';
import { webhooks } from './migrations/0005-webhooks.ts';
import { translatedPapers } from './migrations/0006-translated-papers.ts';
import { caseNames } from './migrations/0007-case-names.ts';
import type { Tables } from './tables.ts';

/** In order; a migration that was ever released is never changed. */
const MIGRATIONS = {
  '0001-keeping': keeping,
  '0002-people': people,
  '0003-client-names': clientNames,
  '0004-translations': translations,
  '0005-webhooks': webhooks,
  '0006-translated-papers': translatedPapers,
  '0007-case-names': caseNames,
};
export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS);

/** Brings the schema up to date, or to a migration; several processes may do so at the same time. Throws what the database says. */
export async function migrate(db: Kysely<Tables>, to?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (error !== undefined) throw error;
}
