import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { AuditAction } from '#domain/audit.ts';
import { isCaseId } from '#domain/case-name.ts';
import { caseFactsSchema } from '#domain/case-paper.ts';
import { type CaseState, caseStateSchema } from '#domain/case-state.ts';
import { caseSummarySchema } from '#domain/case-summary.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { CaseStore, KeptCase } from '#ports/kept-files.ts';
import type { Vault } from '#ports/vault.ts';
import type { AuditTrail } from './audit/audit-trail.ts';
import { createClientStore } from './client-store.ts';
import { openJson, sealJson } from './json-seal.ts';
import type { Database } from './open-database.ts';
import type { Tables } from './tables.ts';

const TOLD_AS: Readonly<Record<CaseState, AuditAction>> = {
  open: 'case-reopened',
  closed: 'case-closed',
  archived: 'case-archived',
};

/** The cases in the table `cases`, what is known of their clients sealed; the log is told of every change of their state. */
export function createCaseStore(db: Database, vault: Vault, trail: AuditTrail): CaseStore {
  const find = async (nameOrId: string): Promise<KeptCase | undefined> => {
    const column = isCaseId(nameOrId) ? 'id' : 'name';
    const rows = await db.selectFrom('cases').selectAll().where(column, '=', nameOrId).limit(2).execute();
    if (rows.length > 1) throw new LiasseFailure('case-name-ambiguous');
    return rows.map(asCase)[0];
  };
  return {
    find,
    open: async (name) => {
      const known = await find(name);
      if (known !== undefined) return known;
      if (isCaseId(name)) throw new LiasseFailure('case-unknown');
      await trail.transaction(async (within, tell) => {
        const made = await within
          .insertInto('cases')
          .values({ id: randomUUID(), name, state: 'open' })
          .onConflict((same) => same.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (made !== undefined) await tell([{ action: 'case-opened', subject: made.id, detail: {} }]);
      });
      const opened = await find(name);
      if (opened === undefined) throw new Error('a case that was opened is not there');
      return opened;
    },
    byId: async (id) => {
      const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : asCase(row);
    },
    summarise: async (id, summary) => {
      await db
        .updateTable('cases')
        .set({ summary: JSON.stringify(summary), judged_at: sql`clock_timestamp()` })
        .where('id', '=', id)
        .execute();
    },
    facts: async (id) => {
      const row = await db.selectFrom('cases').select('facts').where('id', '=', id).executeTakeFirst();
      return row?.facts == null ? {} : caseFactsSchema.parse(openJson(await vault.sealer(`case:${id}`), row.facts));
    },
    setFacts: async (id, facts) => {
      const sealed = sealJson(await vault.sealer(`case:${id}`), facts);
      await db.updateTable('cases').set({ facts: sealed }).where('id', '=', id).execute();
    },
    ...createClientStore(db, vault),
    setState: (id, state) =>
      trail.transaction(async (within, tell) => {
        const before = await within
          .selectFrom('cases')
          .selectAll()
          .where('id', '=', id)
          .forNoKeyUpdate()
          .executeTakeFirst();
        if (before === undefined || before.state === state) return before && asCase(before);
        const after = await within
          .updateTable('cases')
          .set({ state, state_since: sql`now()` })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await tell([{ action: TOLD_AS[state], subject: id, detail: { before: before.state } }]);
        return asCase(after);
      }),
    all: async () => {
      const rows = await db.selectFrom('cases').selectAll().orderBy('name').execute();
      return rows.map(asCase);
    },
  };
}

function asCase(row: Selectable<Tables['cases']>): KeptCase {
  return {
    id: row.id,
    name: row.name,
    state: caseStateSchema.parse(row.state),
    openedAt: row.opened_at,
    stateSince: row.state_since,
    teamId: row.team_id,
    judgedAt: row.judged_at,
    summary: caseSummarySchema.nullable().parse(row.summary),
  };
}
