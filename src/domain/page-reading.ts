import { z } from 'zod';
import { boxSchema } from './geometry.ts';

/** One word as printed (NFC, logical order), where it stands, and how sure the reader is (0..1; a text layer gives 1). */
export const wordSchema = z.object({ text: z.string(), box: boxSchema, confidence: z.number() });
export type Word = z.infer<typeof wordSchema>;

/**
 * One printed line, its words in logical reading order (for right-to-left script: the first word is the rightmost).
 * `block` numbers the paragraph or column the line belongs to, ascending in reading order on the page.
 */
export const lineSchema = z.object({ block: z.number(), box: boxSchema, words: z.array(wordSchema) });
export type Line = z.infer<typeof lineSchema>;

/** ISO 639-1 where it exists, else 639-3; `und` is an answer. Script is ISO 15924 (Latn, Arab, Cyrl, …). */
export const pageLanguageSchema = z.object({
  code: z.string(),
  script: z.string(),
  share: z.number(),
  confidence: z.number(),
});

/** How the raw raster was made upright: first the quad is straightened (a page in a photo), then turned clockwise, then deskewed. */
export const pageGeometrySchema = z.object({
  /** Clockwise degrees the raw page had to be turned to stand upright. */
  turned: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Degrees of skew removed after the turn, clockwise positive. */
  skewDegrees: z.number(),
  /** Corners of the page in the raw raster (fractions; top left, top right, bottom right, bottom left), null when the raster is the page. */
  quad: z
    .array(z.tuple([z.number(), z.number()]))
    .length(4)
    .nullable(),
});
export type PageGeometry = z.infer<typeof pageGeometrySchema>;

/** What the pixels are worth, measured before reading. 0 is worst, 1 best; advice codes name what went wrong. */
export const pageQualitySchema = z.object({
  sharpness: z.number(),
  contrast: z.number(),
  /** e.g. `blurred`, `cut-right`, `too-dark`, `low-resolution`, `covered`. */
  problems: z.array(z.string()),
});

/**
 * What was read on one page. `read`, `no-text` (the page is blank or a picture) and `failed` (the recogniser gave up) are
 * three different states: an empty text is never passed off as a reading.
 */
export const pageReadingSchema = z.object({
  page: z.number().int().positive(),
  state: z.enum(['read', 'no-text', 'failed']),
  source: z.enum(['text-layer', 'ocr', 'none']),
  engine: z.string().nullable(),
  model: z.string().nullable(),
  /** Size of the upright page in pixels of the raster that was read (or points for a text layer). */
  width: z.number(),
  height: z.number(),
  geometry: pageGeometrySchema,
  quality: pageQualitySchema.nullable(),
  /** Mean word confidence weighted by letters, 0..1. */
  confidence: z.number(),
  languages: z.array(pageLanguageSchema),
  lines: z.array(lineSchema),
  /** Time ran out before all was tried that could have read the page better: another run may. */
  isCutShort: z.boolean(),
  /** Failure code when `failed`. */
  failure: z.string().nullable(),
});
export type PageReading = z.infer<typeof pageReadingSchema>;
export type PageQuality = z.infer<typeof pageQualitySchema>;

export const markKindSchema = z.enum(['signature', 'stamp', 'handwriting', 'photo', 'logo', 'code']);

/** How a two-dimensional code is drawn. A 2D-Doc is a Data Matrix. */
export const codeSymbologySchema = z.enum(['data-matrix', 'qr', 'aztec']);
export type CodeSymbology = z.infer<typeof codeSymbologySchema>;

/** Ink on the page that is not printed text. `text` holds what a code (QR, 2D-Doc) says, or what was read surely in a coloured stamp. */
export const pageMarkSchema = z.object({
  kind: markKindSchema,
  box: boxSchema,
  confidence: z.number(),
  /** What a code (QR, 2D-Doc) says. Personal: it is the paper's text. */
  text: z.string().nullable(),
  symbology: codeSymbologySchema.optional(),
});
export type PageMark = z.infer<typeof pageMarkSchema>;

/** What the codes of a page say. */
export const pageCodesSchema = z.object({
  codes: z.array(z.object({ symbology: codeSymbologySchema, text: z.string(), box: boxSchema })),
  /** True when the page could not be looked at: no code found then says nothing. */
  areUnknown: z.boolean().optional(),
});
export type PageCodes = z.infer<typeof pageCodesSchema>;

export const pageMarksSchema = z.object({
  marks: z.array(pageMarkSchema),
  /** True when the page could not be looked at: no mark found then says nothing. */
  areUnknown: z.boolean().optional(),
});

/** A page as the stages about documents see it: what was read and what else is on it. */
export const documentPageSchema = pageReadingSchema.extend({
  marks: z.array(pageMarkSchema),
  areMarksUnknown: z.boolean().optional(),
});
export type DocumentPage = z.infer<typeof documentPageSchema>;

/** The pages of one document, in order. */
export const documentPagesSchema = z.object({ pages: z.array(documentPageSchema) });
export type DocumentPages = z.infer<typeof documentPagesSchema>;
