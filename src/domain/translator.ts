import { z } from 'zod';

/** ISO 639, as papers have it. */
export const languageCodeSchema = z.string().regex(/^[a-z]{2,3}$/);

/** What a translator translates, and on what terms. */
export const translatorProfileSchema = z.object({
  pairs: z.array(z.object({ from: languageCodeSchema, to: languageCodeSchema })).max(60),
  /** Sworn at a court of appeal, until a day or without an end; null for whoever is not. */
  sworn: z.object({ court: z.string().trim().min(1).max(80), until: z.iso.date().nullable() }).nullable(),
  /** Orders at a time. */
  most: z.number().int().min(1).max(200),
  /** The last day of an absence. */
  absentUntil: z.iso.date().nullable(),
});
export type TranslatorProfile = z.infer<typeof translatorProfileSchema>;

/** A translator with what they have to do. */
export interface TranslatorAtWork {
  readonly personId: string;
  readonly profile: TranslatorProfile;
  /** Orders they have and have not delivered. */
  readonly open: number;
  /** When they were last asked, ISO 8601; null for never. */
  readonly lastAskedAt: string | null;
}

/** Whether somebody is sworn on a day. */
export function isSwornOn({ sworn }: TranslatorProfile, day: string): boolean {
  return sworn !== null && (sworn.until === null || sworn.until >= day);
}
