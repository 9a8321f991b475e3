import { z } from 'zod';

/** What `ocr-files.ts` is to do. */
export const ocrJobSchema = z.object({
  files: z.array(z.object({ id: z.string(), path: z.string(), models: z.array(z.string()).min(1) })),
  scratch: z.string(),
  /** Where the readings are written, as JSON. */
  result: z.string(),
  atOnce: z.number().int().positive(),
});
export type OcrJob = z.infer<typeof ocrJobSchema>;

export const ocrReadingsSchema = z.array(z.object({ id: z.string(), text: z.string(), failed: z.boolean() }));
export type OcrReading = z.infer<typeof ocrReadingsSchema>[number];
