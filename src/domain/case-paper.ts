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
  /** Names of the organisation's other clients: whose papers may have slipped in. They are never told. */
  readonly otherClients?: readonly string[];
  /** Translations that somebody accepted as those of an original: its key, and the file that holds the translation. */
  readonly pairs?: readonly KnownPair[];
}

export interface KnownPair {
  readonly original: string;
  readonly translationFile: string;
}
