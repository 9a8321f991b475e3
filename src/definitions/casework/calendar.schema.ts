import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';

/** An IANA time zone that this Node knows. */
const zoneSchema = z.string().refine((zone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (thrown) {
    if (thrown instanceof RangeError) return false;
    throw thrown;
  }
}, 'a time zone such as Europe/Paris');

const departementId = z.string().regex(/^(\d{2}|2[AB]|97\d|98\d)$/);

/** `case/departements.yaml`: the prefectures, the time their day ends by, and by which words their letters are known. */
export const departementsSchema = z.strictObject({
  /** IANA zone of a prefecture that has none of its own below, and of one that is not known. */
  zone: zoneSchema,
  departements: z.array(
    z.strictObject({
      id: departementId,
      name: z.string(),
      zone: zoneSchema.optional(),
      /** Other names under which its prefecture signs. Case, accents and hyphens do not matter. */
      names: z.array(z.string()).default([]),
    }),
  ),
  /** Départements that rules treat alike, by the group's name. */
  groups: z.record(z.string(), z.array(departementId)),
  /** Papers in which the prefecture is looked for: a title, then words that may stand between, then the name. Compared as folded words. */
  namedIn: z.array(z.string()),
  titles: z.array(z.string()),
  between: z.array(z.string()),
});
export type Departements = z.infer<typeof departementsSchema>;

const when = {
  id: z.string(),
  label: bilingualSchema,
  /** Départements or groups in which it is a public holiday; absent: in all. */
  in: z.array(z.string()).optional(),
  /** First year in which it is one. */
  since: z.number().int().optional(),
};

/** `case/holidays.yaml`: public holidays. One that is not certain is left out: an end then comes earlier, never too late. */
export const holidaysSchema = z.strictObject({
  source: z.string(),
  holidays: z.array(
    z.union([
      z.strictObject({ ...when, on: z.string().regex(/^\d{2}-\d{2}$/) }),
      /** Days after Easter Sunday. */
      z.strictObject({ ...when, easter: z.number().int() }),
    ]),
  ),
});
export type Holidays = z.infer<typeof holidaysSchema>;
