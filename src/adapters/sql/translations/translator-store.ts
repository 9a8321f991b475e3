import { sql } from 'kysely';
import { z } from 'zod';
import { type TranslatorAtWork, translatorProfileSchema } from '#domain/translator.ts';
import type { TranslationFigures, TranslationStore, TranslatorRow } from '#ports/translations.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Database } from '../open-database.ts';

type Translators = Pick<TranslationStore, 'translators' | 'atWork' | 'setProfile' | 'figures'>;

const rowsSchema = z.array(
  z
    .object({
      ...{ id: z.string(), name: z.string(), blocked: z.boolean(), pairs: z.unknown(), most: z.number().nullable() },
      ...{ sworn_court: z.string().nullable(), sworn_until: z.string().nullable() },
      ...{ absent_until: z.string().nullable(), open: z.number(), asked: z.date().nullable() },
    })
    .transform((row): TranslatorRow => {
      const sworn = row.sworn_court === null ? null : { court: row.sworn_court, until: row.sworn_until };
      const said = { pairs: row.pairs, most: row.most, sworn, absentUntil: row.absent_until };
      return {
        ...{ personId: row.id, name: row.name, isBlocked: row.blocked, open: row.open, lastAskedAt: row.asked },
        profile: row.most === null ? null : translatorProfileSchema.parse(said),
      };
    }),
);
const figuresSchema = z.array(
  z.object({
    ...{ personId: z.string(), language: z.string().nullable(), into: z.string(), open: z.number(), late: z.number() },
    ...{ accepted: z.number(), sentBack: z.number(), meanDays: z.coerce.number().nullable() },
  }),
);

/** Translators: people of that role, with what they translate. */
export function createTranslatorStore(db: Database, trail: AuditTrail): Translators {
  const translators = async (): Promise<TranslatorRow[]> => {
    const { rows } = await sql`
      select people.id, people.name, people.blocked_at is not null as blocked, pairs, most, sworn_court, sworn_until, absent_until,
        (select count(*)::integer from translation_orders
         where translator_id = people.id and state in ('asked', 'taken', 'sent-back')) as open,
        (select max(asked_at) from translation_orders where translator_id = people.id) as asked
      from people left join translators on translators.person_id = people.id
      where role = 'translator' order by people.name, people.id`.execute(db);
    return rowsSchema.parse(rows);
  };
  return {
    translators,
    atWork: async () =>
      (await translators()).flatMap(({ personId, profile, isBlocked, open, lastAskedAt }): TranslatorAtWork[] =>
        profile === null || isBlocked
          ? []
          : [{ personId, profile, open, lastAskedAt: lastAskedAt?.toISOString() ?? null }],
      ),
    setProfile: (personId, { pairs, sworn, most, absentUntil }) =>
      trail.transaction(async (within, tell) => {
        const known = await within
          .selectFrom('people')
          .select('id')
          .where('id', '=', personId)
          .where('role', '=', 'translator')
          .executeTakeFirst();
        if (known === undefined) return false;
        const said = {
          ...{ pairs: JSON.stringify(pairs), most, absent_until: absentUntil },
          ...{ sworn_court: sworn?.court ?? null, sworn_until: sworn?.until ?? null, changed_at: sql<Date>`now()` },
        };
        await within
          .insertInto('translators')
          .values({ person_id: personId, ...said })
          .onConflict((same) => same.column('person_id').doUpdateSet(said))
          .execute();
        const detail = { pairs: pairs.length, sworn: sworn !== null, most };
        await tell([{ action: 'translator-changed', subject: personId, detail }]);
        return true;
      }),
    figures: async (teamIds, asOf): Promise<TranslationFigures[]> => {
      const { rows } = await sql`
        select translator_id as "personId", language, target as "into",
          count(*) filter (where orders.state in ('asked', 'taken', 'sent-back'))::integer as open,
          count(*) filter (where orders.state in ('asked', 'taken', 'sent-back') and due_on < ${asOf})::integer as late,
          count(*) filter (where orders.state = 'accepted')::integer as accepted,
          count(*) filter (where sent_back > 0)::integer as "sentBack",
          round((avg(extract(epoch from delivered_at - asked_at)) filter (where orders.state in ('accepted', 'delivered')) / 86400)::numeric, 1) as "meanDays"
        from translation_orders as orders join cases on cases.id = case_id
        where translator_id is not null and ${teamIds === 'all' ? sql`true` : sql`team_id = any(${teamIds}::uuid[])`}
        group by 1, 2, 3 order by 1, 2 nulls last, 3`.execute(db);
      return figuresSchema.parse(rows);
    },
  };
}
