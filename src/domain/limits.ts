import { z } from 'zod';

/** How much one input may ask for. One table; each limit names the failure that says it was passed. */
export const limitsSchema = z.strictObject({
  /** `file-too-large`: bytes of one file. */
  fileBytes: z
    .number()
    .int()
    .positive()
    .default(300 * 1024 * 1024),
  /** `too-many-pages`: pages of one file. */
  pages: z.number().int().positive().default(2_000),
  /** `image-too-large`: pixels of one image, told by its header. */
  imagePixels: z.number().int().positive().default(150_000_000),
  /** `archive-too-large`: files in one archive or e-mail, those of nested ones counted. */
  archiveEntries: z.number().int().positive().default(1_000),
  /** `archive-too-large`: bytes that come out of one archive. */
  archiveBytes: z
    .number()
    .int()
    .positive()
    .default(1024 * 1024 * 1024),
  /** `archive-too-large`: bytes out for a byte in; text compresses 20 to 1, a bomb 1000 to 1. */
  archiveRatio: z.number().positive().default(200),
  /** `archive-too-deep`: archives inside one another. */
  archiveDepth: z.number().int().positive().default(5),
  /** `page-timeout`: milliseconds for decoding one page. */
  decodeTimeoutMs: z.number().int().positive().default(15_000),
  /** `damaged-pdf`: bytes by which memory may grow while one page is decoded; a page of 9 megapixels takes a tenth of it. */
  decodeBytes: z
    .number()
    .int()
    .positive()
    .default(768 * 1024 * 1024),
});
export type Limits = z.infer<typeof limitsSchema>;

export const DEFAULT_LIMITS: Limits = limitsSchema.parse({});
