import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';

const departementId = z.string().regex(/^(\d{2}|2[AB]|97\d|98\d)$/);

/** `case/departements.yaml`: the prefectures, the time their day ends by, and by which words their letters are known. */
export const departementsSchema = z.strictObject({
  /** IANA zone of a prefecture that has none of its own below, and of one that is not known. */
  zone: z.string(),
  departements: z.array(
    z.strictObject({
      id: departementId,
      name: z.string(),
      zone: z.string().optional(),
      /** Other names under which its prefecture signs. Case, accents and hyphens do not matter. */
      names: z.array(z.string()).default([]),
    }),
  ),
  /** Départements that rules treat alike, by the group's name. */
  groups: z.record(z.string(), z.array(departementId)),
  /** Letterheads that are a prefecture's (folded words), so that the départements named in them are looked at. */
  letterheads: z.array(z.string()),
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
