import { z } from 'zod';

const words = z.array(z.string().min(1)).default([]);

/** `issuers/<language>.yaml`: the words by which a line of a head gives away whose it is. Matching folds case and accents. */
export const issuerCuesSchema = z.strictObject({
  /** ISO 639-1, else 639-3. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  /** Kind of issuer → words that stand in its name. */
  kinds: z.record(z.string(), z.array(z.string().min(1))),
  /** Where the word that says what a body is stands in its name: `Hôpital de …`, `… Hastanesi`, either. */
  head: z.enum(['first', 'last', 'any']).default('first'),
  /** How near to people bodies are, by their words: of the bodies in a head the nearest wrote. A part of a body writes in its name. */
  levels: z
    .strictObject({ state: words, nation: words, region: words, district: words, seat: words, part: words })
    .default({ state: [], nation: [], region: [], district: [], seat: [], part: [] }),
  /** Bodies above the issuer: a more particular name below them is whose paper it is. */
  umbrellas: words,
  /** Words by which a body says that it serves a whole country or region: of two bodies in one head it stands above. */
  wide: words,
  /** Words by which a body says that it serves one place: a station, a district, a branch. */
  local: words,
  /** Words that many names share and that set none apart: matters that bodies deal with, articles, prepositions. */
  common: words,
  /** Words that name a paper where they stand at a body's place (`Rapport de …`, `… Belgesi`). */
  papers: words,
  /** Words that begin a line about a part of the issuer. */
  sections: words,
  /** Words that begin the address of whoever the paper is sent to. */
  recipients: words,
  /** Words that name a supporter beside the issuer. */
  supporters: words,
  /** Words of a postal address. */
  streets: words,
  /** Words that begin a line of contact details, numbers or dates. */
  details: words,
});
export type IssuerCues = z.infer<typeof issuerCuesSchema>;
