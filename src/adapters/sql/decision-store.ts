import { sql } from 'kysely';
import type { AuditEntry } from '#domain/audit.ts';
import { type Decision, decisionSchema } from '#domain/decisions.ts';
import { isAboutPages } from '#domain/decisions-in-force.ts';
import type { DecisionStore } from '#ports/decision-store.ts';
import type { Vault } from '#ports/vault.ts';
import type { AuditTrail } from './audit/audit-trail.ts';
import { openJson, sealJson } from './json-seal.ts';
import type { Database } from './open-database.ts';

/** What persons decided in the table `decisions`, told in the log as it is kept; what they wrote is sealed under the organisation's key. */
export function createDecisionStore(db: Database, vault: Vault, trail: AuditTrail): DecisionStore {
  return {
    all: async () => {
      const rows = await db.selectFrom('decisions').select('content').orderBy('seq').execute();
      if (rows.length === 0) return [];
      const sealer = await vault.sealer('organisation');
      return rows.map(({ content }) => decisionSchema.parse(openJson(sealer, content)));
    },
    about: async ({ documents, sha256 }) => {
      const rows = await db
        .selectFrom('decisions')
        .select(['seq', 'by', 'content'])
        .where((where) =>
          where.or([where('document', '=', sql<string>`any(${documents})`), where('sha256', '=', sha256)]),
        )
        .orderBy('seq')
        .execute();
      if (rows.length === 0) return [];
      const sealer = await vault.sealer('organisation');
      return rows.map(({ seq, by, content }) => {
        const decision = decisionSchema.parse(openJson(sealer, content));
        return { id: String(seq), by, decision };
      });
    },
    countTyped: async (since) => {
      const { count } = await db
        .selectFrom('decisions')
        .select((select) => select.fn.count<string>('document').distinct().as('count'))
        .where('kind', '=', 'correct')
        .where('field', '=', 'type')
        .$if(since !== undefined, (query) => query.where('at', '>', since ?? new Date(0)))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    add: async (decisions) => {
      if (decisions.length === 0) return [];
      const sealer = await vault.sealer('organisation');
      const rows = decisions.map((decision) => ({
        at: decision.at,
        kind: decision.kind,
        document: 'document' in decision ? decision.document : null,
        sha256: 'sha256' in decision ? decision.sha256 : null,
        field: fieldOf(decision),
        content: sealJson(sealer, decision),
        by: trail.actor,
      }));
      return trail.transaction(async (within, tell) => {
        const added = await within.insertInto('decisions').values(rows).returning('seq').execute();
        await tell(decisions.map(auditOf));
        return added.map(({ seq }) => String(seq));
      });
    },
  };
}

/** What the log tells of a decision: about what, never what. */
function auditOf(decision: Decision): AuditEntry {
  const { kind } = decision;
  if (isAboutPages(decision))
    return { action: 'decision-made', subject: decision.sha256, detail: { kind, page: decision.page } };
  return { action: 'decision-made', subject: decision.document, detail: { kind, field: fieldOf(decision) } };
}

/** What of a document it is about: a field, or a flag. */
function fieldOf(decision: Decision): string | null {
  if ('field' in decision) return decision.field;
  return 'flag' in decision ? decision.flag : null;
}
