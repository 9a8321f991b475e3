import { sql, type Transaction } from 'kysely';
import type { AuditEntry } from '#domain/audit.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { NewPerson, PeopleStore, Person, PersonChanges } from '#ports/people.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { FIRST_TEAM } from '../migrations/0002-people.ts';
import type { Database } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import { addPerson, setTeams } from './add-person.ts';
import { asPerson, findPerson, selectPeople } from './person-row.ts';

/** Any number will do, as long as nobody else takes it: administrators are made and unmade one after the other. */
const ADMINISTRATORS_LOCK = 5_117_002;

/** The people in the table `people`; the log is told of every change, with ids and roles, never a name. */
export function createPeopleStore(db: Database, trail: AuditTrail): PeopleStore {
  return {
    find: (id) => findPerson(db, id),
    all: async () => (await selectPeople(db).orderBy('name').orderBy('id').execute()).map(asPerson),
    hasAdministrator: () => isThereAdministrator(db),
    addSetupCode: async (hash) => {
      await db.insertInto('setup_codes').values({ hash }).execute();
    },
    setUp: (codeHash, person, teamName) =>
      trail.transaction(async (within, tell) => {
        const made = await setUp(within, { codeHash, person, teamName });
        await tell([{ action: 'installation-set-up', subject: made.id, detail: {}, actor: made.id }]);
        return made;
      }),
    change: (id, changes) =>
      trail.transaction(async (within, tell) => {
        const changed = await changePerson(within, id, changes);
        if (changed !== undefined) await tell([entryOf(changed)]);
        return changed;
      }),
    changeSelf: async (id, { name, language }) => {
      await db
        .updateTable('people')
        .set({
          changed_at: sql`now()`,
          ...(name === undefined ? {} : { name }),
          ...(language === undefined ? {} : { language }),
        })
        .where('id', '=', id)
        .execute();
      return findPerson(db, id);
    },
    sessions: async (personId) => {
      const rows = await db
        .selectFrom('sessions')
        .select(['id', 'user_agent', 'made_at', 'expires_at'])
        .where('person_id', '=', personId)
        .where('expires_at', '>', sql<Date>`now()`)
        .orderBy('made_at', 'desc')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        userAgent: row.user_agent,
        madeAt: row.made_at,
        expiresAt: row.expires_at,
      }));
    },
    endSessions: (personId, which) =>
      trail.transaction(async (within, tell) => {
        const ended = await within
          .deleteFrom('sessions')
          .where('person_id', '=', personId)
          .$if(which !== undefined && 'only' in which, (q) =>
            q.where('id', '=', which !== undefined && 'only' in which ? which.only : ''),
          )
          .$if(which !== undefined && 'butNot' in which, (q) =>
            q.where('id', '<>', which !== undefined && 'butNot' in which ? which.butNot : ''),
          )
          .returning('id')
          .execute();
        if (ended.length > 0)
          await tell([{ action: 'sessions-revoked', subject: personId, detail: { sessions: ended.length } }]);
        return ended.length;
      }),
  };
}

async function isThereAdministrator(db: Database): Promise<boolean> {
  const found = await db
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'administrator')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

async function setUp(
  within: Transaction<Tables>,
  { codeHash, person, teamName }: { codeHash: string; person: NewPerson; teamName: string | undefined },
): Promise<Person> {
  await sql`select pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})`.execute(within);
  if (await isThereAdministrator(within)) throw new LiasseFailure('setup-done');
  const code = await within
    .selectFrom('setup_codes')
    .select('hash')
    .where('hash', '=', codeHash)
    .where('made_at', '>', sql<Date>`now() - interval '1 day'`)
    .executeTakeFirst();
  if (code === undefined) throw new LiasseFailure('setup-code-wrong');
  await within.deleteFrom('setup_codes').execute();
  if (teamName !== undefined)
    await within.updateTable('teams').set({ name: teamName }).where('id', '=', FIRST_TEAM).execute();
  return addPerson(within, person, { role: 'administrator', teamIds: [FIRST_TEAM] });
}

async function changePerson(
  within: Transaction<Tables>,
  id: string,
  { role, teamIds, isBlocked }: PersonChanges,
): Promise<Person | undefined> {
  await sql`select pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})`.execute(within);
  const before = await findPerson(within, id);
  if (before === undefined) return undefined;
  const set = {
    ...(role === undefined ? {} : { role }),
    ...(isBlocked === undefined ? {} : { blocked_at: isBlocked ? sql<Date>`coalesce(blocked_at, now())` : null }),
  };
  await within
    .updateTable('people')
    .set({ changed_at: sql`now()`, ...set })
    .where('id', '=', id)
    .execute();
  if (teamIds !== undefined) await setTeams(within, id, teamIds);
  if (isBlocked === true) await within.deleteFrom('sessions').where('person_id', '=', id).execute();
  const left = await within
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'administrator')
    .where('blocked_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (left === undefined) throw new LiasseFailure('last-administrator');
  return findPerson(within, id);
}

function entryOf({ id, role, blockedAt, teamIds }: Person): AuditEntry {
  const detail = { role, isBlocked: blockedAt !== null, teams: teamIds.length };
  return { action: 'person-changed', subject: id, detail };
}
