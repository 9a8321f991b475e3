import { z } from 'zod';
import type { EngineSettings } from '../tesseract/shared-settings.ts';

/** What the main process asks of an engine's process. */
export type EngineQuestion =
  | {
      readonly method: 'read';
      readonly models: string;
      /** Tesseract's page segmentation mode. */
      readonly layout: number;
      readonly settings: EngineSettings;
      readonly image: GreyImage;
    }
  | { readonly method: 'orient'; readonly models: string; readonly image: GreyImage };

/** One byte a pixel, row by row. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Processor time that the process has used since it started, milliseconds. */
const cpuMs = z.number();

/** What comes back: first the version of the library, then an answer to each question in order. */
export const engineReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), version: z.string(), cpuMs }),
  z.object({ kind: z.literal('read'), tsv: z.string(), cpuMs }),
  z.object({
    kind: z.literal('oriented'),
    /** Null when there are too few letters to tell. */
    found: z
      .object({
        degrees: z.number(),
        turnConfidence: z.number(),
        script: z.string(),
        scriptConfidence: z.number(),
      })
      .nullable(),
    cpuMs,
  }),
  z.object({ kind: z.literal('failed'), detail: z.string(), cpuMs }),
]);
export type EngineReply = z.infer<typeof engineReplySchema>;
