import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import { LiasseFailure } from '#domain/failure.ts';
import { roleSchema } from '#domain/permissions.ts';
import { languageSchema } from '#domain/principal.ts';
import type { Invitation, InvitationStore } from '#ports/people.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Database } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import { addPerson, checkTeams } from './add-person.ts';

/** Invitations in the table of that name; the token of the link is kept as a hash. */
export function createInvitationStore(db: Database, trail: AuditTrail): InvitationStore {
  return {
    add: ({ email: given, role, teamIds, language, expiresAt }, hash) =>
      trail.transaction(async (within, tell) => {
        const [id, email] = [randomUUID(), given.toLowerCase()];
        await checkTeams(within, teamIds);
        const known = await within.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst();
        if (known !== undefined) throw new LiasseFailure('address-known');
        await within
          .updateTable('invitations')
          .set({ withdrawn_at: sql`now()` })
          .where('email', '=', email)
          .where('accepted_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .execute();
        const row = await within
          .insertInto('invitations')
          .values({
            ...{ id, hash, email, role, language, expires_at: expiresAt },
            ...{ team_ids: teamIds, invited_by: invitedBy(trail.actor) },
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        await tell([{ action: 'person-invited', subject: id, detail: { role, teams: teamIds.length } }]);
        return asInvitation(row);
      }),
    open: async () => (await openInvitations(db).orderBy('made_at', 'desc').execute()).map(asInvitation),
    find: async (hash) => {
      const row = await openInvitations(db).where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? undefined : asInvitation(row);
    },
    accept: (hash, person) =>
      trail.transaction(async (within, tell) => {
        const row = await openInvitations(within).where('hash', '=', hash).forUpdate().executeTakeFirst();
        if (row === undefined) throw new LiasseFailure('invitation-over');
        const { id, email, role, teamIds } = asInvitation(row);
        const joined = await addPerson(within, { ...person, email }, { role, teamIds });
        await within.updateTable('invitations').set({ accepted_at: sql`now()` }).where('id', '=', id).execute();
        await tell([{ action: 'person-joined', subject: joined.id, detail: { invitation: id }, actor: joined.id }]);
        return joined;
      }),
    withdraw: (id) =>
      trail.transaction(async (within, tell) => {
        const gone = await within
          .updateTable('invitations')
          .set({ withdrawn_at: sql`now()` })
          .where('id', '=', id)
          .where('accepted_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (gone !== undefined) await tell([{ action: 'invitation-withdrawn', subject: id, detail: {} }]);
        return gone !== undefined;
      }),
  };
}

function openInvitations(db: Kysely<Tables>) {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`);
}

/** On the command line the actor is no person of the web app. */
function invitedBy(actor: string): string | null {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(actor) ? actor : null;
}

function asInvitation(row: Selectable<Tables['invitations']>): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: roleSchema.parse(row.role),
    teamIds: row.team_ids,
    language: languageSchema.parse(row.language),
    madeAt: row.made_at,
    expiresAt: row.expires_at,
  };
}
