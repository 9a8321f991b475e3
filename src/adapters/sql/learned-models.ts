import { type LearnedModel, learnedModelSchema } from '#definitions/learned-model.schema.ts';
import type { LearnedModels } from '#ports/learned-models.ts';
import type { Vault } from '#ports/vault.ts';
import type { AuditTrail } from './audit/audit-trail.ts';
import { openJson, sealJson } from './json-seal.ts';
import type { Database } from './open-database.ts';

/** Learned models in the table `learned_models`, the newest in force; sealed, since they are made of the words of papers. */
export function createLearnedModels(db: Database, vault: Vault, trail: AuditTrail): LearnedModels<LearnedModel> {
  const newest = (pipelineId: string) =>
    db
      .selectFrom('learned_models')
      .select(['seq', 'content'])
      .where('pipeline', '=', pipelineId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
  return {
    find: async (pipelineId) => {
      const row = await newest(pipelineId);
      if (row === undefined) return undefined;
      return learnedModelSchema.safeParse(openJson(await vault.sealer('organisation'), row.content)).data;
    },
    version: async (pipelineId) => {
      const row = await db
        .selectFrom('learned_models')
        .select('seq')
        .where('pipeline', '=', pipelineId)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return String(row?.seq ?? 'nothing');
    },
    save: async (pipelineId, model) => {
      const content = sealJson(await vault.sealer('organisation'), model);
      await trail.transaction(async (within, tell) => {
        await within.insertInto('learned_models').values({ pipeline: pipelineId, at: model.at, content }).execute();
        await tell([{ action: 'learned', subject: pipelineId, detail: { papers: model.papers } }]);
      });
    },
    undo: async (pipelineId) => {
      const row = await newest(pipelineId);
      if (row === undefined) return false;
      return trail.transaction(async (within, tell) => {
        const { numDeletedRows } = await within
          .deleteFrom('learned_models')
          .where('seq', '=', row.seq)
          .executeTakeFirst();
        if (numDeletedRows > 0n) await tell([{ action: 'learning-undone', subject: pipelineId, detail: {} }]);
        return numDeletedRows > 0n;
      });
    },
  };
}
