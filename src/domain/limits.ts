import { z } from 'zod';
import { type FailureCode, LiasseFailure } from './failure.ts';
import type { Bilingual } from './findings.ts';

const MEBIBYTE = 1024 * 1024;
const atLeastOne = z.number().int().positive();

/** How much one input may ask for, and by default does; `LIMIT_TABLE` says what each is for. */
export const limitsSchema = z.strictObject({
  fileBytes: atLeastOne.default(300 * MEBIBYTE),
  pages: atLeastOne.default(2_000),
  imagePixels: atLeastOne.default(150_000_000),
  archiveEntries: atLeastOne.default(1_000),
  archiveBytes: atLeastOne.default(1024 * MEBIBYTE),
  // Text compresses 20 to 1, a bomb 1000 to 1.
  archiveRatio: z.number().positive().default(200),
  archiveDepth: atLeastOne.default(5),
  decodeTimeoutMs: atLeastOne.default(15_000),
  // A page of 9 megapixels takes a tenth of it.
  decodeBytes: atLeastOne.default(768 * MEBIBYTE),
  // A dense page takes two seconds, noise takes for ever.
  readingTimeoutMs: atLeastOne.default(20_000),
});
export type Limits = z.infer<typeof limitsSchema>;

export const DEFAULT_LIMITS: Limits = limitsSchema.parse({});

/** How many uploads one person may have begun and not finished: a folder of files waits its turn in the browser, not on the server. */
export const MOST_UNFINISHED_UPLOADS = 500;

/** What a limit bounds, and the failure of what passes it. */
export const LIMIT_TABLE: Readonly<Record<keyof Limits, { readonly code: FailureCode; readonly meaning: Bilingual }>> =
  {
    fileBytes: { code: 'file-too-large', meaning: { fr: 'octets d’un fichier', en: 'bytes of one file' } },
    pages: { code: 'too-many-pages', meaning: { fr: 'pages d’un fichier', en: 'pages of one file' } },
    imagePixels: { code: 'image-too-large', meaning: { fr: 'pixels d’une image', en: 'pixels of one image' } },
    archiveEntries: {
      code: 'archive-too-large',
      meaning: { fr: 'fichiers d’une archive ou d’un message', en: 'files in one archive or e-mail' },
    },
    archiveBytes: {
      code: 'archive-too-large',
      meaning: { fr: 'octets qui sortent d’une archive', en: 'bytes that come out of one archive' },
    },
    archiveRatio: {
      code: 'archive-too-large',
      meaning: { fr: 'octets qui sortent pour un qui entre', en: 'bytes out for a byte in' },
    },
    archiveDepth: {
      code: 'archive-too-deep',
      meaning: { fr: 'archives l’une dans l’autre', en: 'archives in one another' },
    },
    decodeTimeoutMs: {
      code: 'page-timeout',
      meaning: { fr: 'millisecondes pour décoder une page', en: 'milliseconds for decoding one page' },
    },
    decodeBytes: {
      code: 'damaged-pdf',
      meaning: { fr: 'octets de mémoire pour décoder une page', en: 'bytes of memory for decoding one page' },
    },
    readingTimeoutMs: {
      code: 'page-timeout',
      meaning: {
        fr: 'millisecondes de calcul pour lire une page',
        en: 'milliseconds of computing for reading one page',
      },
    },
  };

/**
 * The default limits changed by lines such as `pages=500`. Throws `limit-unknown` for another name, `limit-invalid` for a value that is no
 * positive number.
 */
export function limitsWith(changes: readonly string[]): Limits {
  const wanted: Record<string, number> = {};
  for (const change of changes) {
    const [name = '', value = ''] = change.split('=', 2).map((part) => part.trim());
    if (!Object.hasOwn(LIMIT_TABLE, name)) throw new LiasseFailure('limit-unknown', name);
    wanted[name] = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  }
  const { data } = limitsSchema.safeParse(wanted);
  if (data === undefined) throw new LiasseFailure('limit-invalid', changes.join(', '));
  return data;
}
