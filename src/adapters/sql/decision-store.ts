import type { AuditEntry } from '#domain/audit.ts';
import { type Decision, decisionSchema } from '#domain/decisions.ts';
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
    add: async (decisions) => {
      if (decisions.length === 0) return;
      const sealer = await vault.sealer('organisation');
      const rows = decisions.map((decision) => ({
        at: decision.at,
        kind: decision.kind,
        document: 'document' in decision ? decision.document : null,
        sha256: 'sha256' in decision ? decision.sha256 : null,
        field: 'field' in decision ? decision.field : null,
        content: sealJson(sealer, decision),
        by: trail.actor,
      }));
      await trail.transaction(async (within, tell) => {
        await within.insertInto('decisions').values(rows).execute();
        await tell(decisions.map(auditOf));
      });
    },
  };
}

/** What the log tells of a decision: about what, never what. */
function auditOf(decision: Decision): AuditEntry {
  const { kind } = decision;
  return 'document' in decision
    ? { action: 'decision-made', subject: decision.document, detail: { kind, field: decision.field } }
    : { action: 'decision-made', subject: decision.sha256, detail: { kind, page: decision.page } };
}
