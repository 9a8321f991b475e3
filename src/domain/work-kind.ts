import { z } from 'zod';

/** What there is to do: read a received file, judge a case over its documents, a lot of documents of a reprocessing run, read what a translator uploaded. */
export const workKindSchema = z.enum(['file', 'case', 'run', 'translation']);
export type WorkKind = z.infer<typeof workKindSchema>;

/** Who waits for it: an adviser, or an archive. */
export const workClassSchema = z.enum(['live', 'archive']);
export type WorkClass = z.infer<typeof workClassSchema>;
