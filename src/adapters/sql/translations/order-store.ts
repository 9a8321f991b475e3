import { sql } from 'kysely';
import { z } from 'zod';
import { LiasseFailure } from '#domain/failure.ts';
import type { TranslationStore } from '#ports/translations.ts';
import type { Vault } from '#ports/vault.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Database } from '../open-database.ts';
import { addOrder } from './add-order.ts';
import { changeOrder } from './change-order.ts';
import { createOrderHistory } from './order-history.ts';
import { asOrder, findOrder, IN_ORDER, selectOrders } from './order-row.ts';

type Orders = Pick<
  TranslationStore,
  | 'find'
  | 'ofCase'
  | 'ofTeams'
  | 'ofTranslator'
  | 'add'
  | 'act'
  | 'history'
  | 'declinedBy'
  | 'toFile'
  | 'filed'
  | 'pairsOf'
  | 'noteTranslated'
  | 'translatedPapers'
  | 'working'
  | 'remind'
  | 'waiting'
>;

const MOST = 500;
/** How long what is settled stays in lists over cases. */
const LATELY = '60 days';

/** Orders in the table of that name; every change has its line of the history and of the log. */
export function createOrderStore(db: Database, vault: Vault, trail: AuditTrail): Orders {
  const sealer = (caseId: string) => vault.sealer(`case:${caseId}`);
  const caseOf = async (id: string): Promise<string> => {
    const order = await findOrder(db, id);
    if (order === undefined) throw new LiasseFailure('not-found');
    return order.caseId;
  };
  const lately = sql<boolean>`(orders.settled_at is null or orders.settled_at > now() - ${LATELY}::interval)`;
  return {
    find: (id) => findOrder(db, id),
    ofCase: async (caseId) =>
      (await selectOrders(db).where('orders.case_id', '=', caseId).orderBy(IN_ORDER).execute()).map(asOrder),
    ofTeams: async (teamIds) =>
      (
        await selectOrders(db)
          .$if(teamIds !== 'all', (query) => query.where(sql<boolean>`cases.team_id = any(${teamIds}::uuid[])`))
          .where(lately)
          .orderBy(IN_ORDER)
          .limit(MOST)
          .execute()
      ).map(asOrder),
    ofTranslator: async (personId) =>
      (
        await selectOrders(db)
          .where('translator_id', '=', personId)
          .where('orders.state', '<>', 'cancelled')
          .where(lately)
          .orderBy(IN_ORDER)
          .limit(MOST)
          .execute()
      ).map(asOrder),
    add: (order) => addOrder(trail, order),
    act: async (id, change) => {
      const caseSealer = await sealer(await caseOf(id));
      return trail.transaction(async (within, tell) => {
        const order = await changeOrder(within, { id, change, actor: trail.actor, sealer: caseSealer });
        const detail = { order: id, act: change.act, state: order.state };
        await tell([{ action: 'translation-changed', subject: order.caseId, detail }]);
        return order;
      });
    },
    ...createOrderHistory(db, sealer, trail),
    ...createFiling(db),
  };
}

const pairSchema = z.array(z.object({ original: z.string(), translationFile: z.string() }));

/** What lies in the case beside its original. */
function createFiling(
  db: Database,
): Pick<Orders, 'toFile' | 'filed' | 'pairsOf' | 'translatedPapers' | 'noteTranslated'> {
  return {
    toFile: async () =>
      (
        await selectOrders(db)
          .where('orders.state', '=', 'accepted')
          .where('filed_at', 'is', null)
          .orderBy(IN_ORDER)
          .execute()
      ).map(asOrder),
    filed: (id, fileId) =>
      db.transaction().execute(async (within) => {
        const filed = await within
          .updateTable('translation_orders')
          .set({ translation_file: fileId, filed_at: sql`now()` })
          .where('id', '=', id)
          .where('filed_at', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (filed === undefined) return;
        // Its bytes are an original of the case now.
        await within.updateTable('translation_deliveries').set({ bytes: null }).where('order_id', '=', id).execute();
        await within
          .insertInto('translation_events')
          .values({ order_id: id, kind: 'filed', actor: 'liasse' })
          .execute();
      }),
    pairsOf: async (caseId) => {
      const { rows } = await sql`
        select file_id || ':' || page_from as original, translation_file as "translationFile" from translation_orders
        where case_id = ${caseId} and state = 'accepted' and translation_file is not null
        order by filed_at`.execute(db);
      return pairSchema.parse(rows);
    },
    translatedPapers: async (caseId) => {
      const { rows } = await sql`
        select distinct file_id || ':' || page_from as original from translation_orders
        where case_id = ${caseId} and ((state = 'accepted' and translation_file is not null)
          or (state = 'cancelled' and because = 'translation-arrived'))
        union select unnest(translated) from cases where id = ${caseId}`.execute(db);
      return z
        .array(z.object({ original: z.string() }))
        .parse(rows)
        .map(({ original }) => original);
    },
    noteTranslated: async (caseId, papers) => {
      const translated = [...papers].sort();
      await db.updateTable('cases').set({ translated }).where('id', '=', caseId).execute();
    },
  };
}
