import { decisionSchema } from '#domain/decisions.ts';
import type { DecisionStore } from '#ports/decision-store.ts';
import type { Vault } from '#ports/vault.ts';
import { openJson, sealJson } from './json-seal.ts';
import type { Database } from './open-database.ts';

/** What persons decided in the table `decisions`; what they wrote is sealed under the organisation's key. */
export function createDecisionStore(db: Database, vault: Vault): DecisionStore {
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
      await db
        .insertInto('decisions')
        .values(
          decisions.map((decision) => ({
            at: decision.at,
            kind: decision.kind,
            document: 'document' in decision ? decision.document : null,
            sha256: 'sha256' in decision ? decision.sha256 : null,
            field: 'field' in decision ? decision.field : null,
            content: sealJson(sealer, decision),
          })),
        )
        .execute();
    },
  };
}
