import { sql } from 'kysely';
import { z } from 'zod';
import type { ReviewList, ReviewScope } from '#ports/review-list.ts';
import type { Vault } from '#ports/vault.ts';
import { documentsInForce, openDocuments } from './judgements/kept-documents.ts';
import type { Database } from './open-database.ts';

/** Papers in force that need a person, of cases that are open. */
export function createReviewList(db: Database, vault: Vault): ReviewList {
  return {
    count: async (scope) => {
      const { rows } = await sql`
        select count(*)::integer as count from documents join cases on cases.id = documents.case_id
        where ${inScope(scope)}`.execute(db);
      return z.object({ count: z.number() }).parse(rows[0]).count;
    },
    worst: (scope, { gravest, limit }) =>
      openDocuments(
        documentsInForce(db)
          .where(inScope(scope))
          .clearOrderBy()
          .orderBy(sql`(documents.flags && ${gravest}::text[]) desc, documents.score desc nulls last`)
          .orderBy('files.position')
          .orderBy('documents.page_from')
          .limit(limit),
        vault,
      ),
  };
}

function inScope({ teamIds, caseId }: ReviewScope) {
  const ofTeams = teamIds === 'all' ? sql<boolean>`true` : sql<boolean>`cases.team_id = any(${teamIds}::uuid[])`;
  const ofCase = caseId === undefined ? sql<boolean>`cases.state = 'open'` : sql<boolean>`cases.id = ${caseId}`;
  return sql<boolean>`documents.status = 'needs-review' and ${ofTeams} and ${ofCase}`;
}
