import { z } from 'zod';
import { documentRecordSchema } from './document-record.ts';

/** What an organisation knows of a client beside the papers; what is not given is looked for in them. */
export const caseFactsSchema = z.strictObject({
  /** The client's name, as the organisation writes it. */
  client: z.string().optional(),
  /** ISO 8601. */
  birth: z.iso.date().optional(),
  /** Day, month or year (ISO 8601) of the entry into France. */
  entry: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  /** Number of the département whose prefecture decides; its time zone is that of the clocks. */
  departement: z
    .string()
    .regex(/^(\d{2}|2[AB]|97\d|98\d)$/)
    .optional(),
  /** Language of the letters to others than prefectures and French bodies (ISO 639). */
  language: z.string().optional(),
});
export type CaseFacts = z.infer<typeof caseFactsSchema>;

/** A document of a case, with what judging it together with the others needs. */
export const casePaperSchema = z.object({
  /** `<file id>:<first page>`: stable while the file is cut so. */
  key: z.string(),
  record: documentRecordSchema,
  /** The whole text, a line a line, as it was read. */
  text: z.string(),
  /** Key of the paper that these very bytes came as before; null for a first one. */
  copyOf: z.string().nullable(),
  /** How its pages were taken; left out where they were not looked at. */
  capture: z
    .object({
      /** A sheet in a photo, not filling it. */
      isPhoto: z.boolean(),
      /** Of the page that is most askew. */
      skewDegrees: z.number(),
    })
    .optional(),
  /** The order in which papers came in. */
  position: z.number().int(),
});
export type CasePaper = z.infer<typeof casePaperSchema>;

/** All that judging a case starts from. The same input gives the same judgement. */
export interface CaseInput {
  readonly papers: readonly CasePaper[];
  readonly facts: CaseFacts;
  /** The day of the judgement, ISO 8601. */
  readonly asOf: string;
  /** Clients of other cases whom papers may name: a paper may have slipped in. Their names are never told. */
  readonly otherClients?: readonly OtherClient[];
}

/** The client of another case. */
export interface OtherClient {
  /** Id of that case. */
  readonly case: string;
  /** In all spellings that are known. */
  readonly names: readonly string[];
}
