import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { TryCounter } from '#ports/people.ts';
import type { Database } from '../open-database.ts';

const countedSchema = z.object({ failed: z.number() });

/** Tries in the table of that name, under a hash of what was tried; counting comes first, so that many at once are counted too. */
export function createTryCounter(db: Database): TryCounter {
  return {
    count: async (about, windowMs) => {
      const { rows } = await sql`
        insert into tries as before (about, failed) values (${hashOf(about)}, 1)
        on conflict (about) do update set
          failed = case when before.since < now() - make_interval(secs => ${windowMs / 1000}) then 1 else before.failed + 1 end,
          since = case when before.since < now() - make_interval(secs => ${windowMs / 1000}) then now() else before.since end
        returning failed`.execute(db);
      return countedSchema.parse(rows[0]).failed;
    },
    forget: async (about) => {
      await db.deleteFrom('tries').where('about', '=', hashOf(about)).execute();
    },
  };
}

function hashOf(about: string): string {
  return createHash('sha256').update(about, 'utf8').digest('hex');
}
