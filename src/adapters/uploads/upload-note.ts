import { z } from 'zod';

/** What stands beside a part in clear: whose it is and how large it gets. */
export const openNoteSchema = z.object({
  personId: z.string(),
  caseId: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  createdAt: z.iso.datetime(),
  /** Base64. */
  sealed: z.string(),
});

/** What only the key of the case opens. */
export const sealedNoteSchema = z.object({
  label: z.string(),
  /** By which whoever sends it knows the file again; null when they gave none. */
  fingerprint: z.string().nullable(),
  /** The part's own key, base64. */
  key: z.string(),
  /** When its bytes were first handed to reception, by the database's clock. */
  receivingSince: z.string().nullable(),
  /** Ids of the files it became, in the order of their receipts. */
  fileIds: z.array(z.string()).nullable(),
});

/** An upload: begun, whole, or received. */
export interface UploadNote extends Omit<z.infer<typeof openNoteSchema>, 'sealed'>, z.infer<typeof sealedNoteSchema> {}
