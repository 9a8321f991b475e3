import { z } from 'zod';
import { idSchema } from './answers.ts';
import { fileRowSchema } from './cases.ts';

export const uploadParamsSchema = z.object({ uploadId: idSchema });
export const fileParamsSchema = z.object({ fileId: idSchema });

/** What the header `Upload-Metadata` says of a file that is about to come. */
export const announcedUploadSchema = z.object({
  caseId: idSchema,
  name: z.string().min(1).max(1_000),
  relativePath: z.string().max(4_000).optional(),
  fingerprint: z.string().max(100).optional(),
});

/** What became of a file: its row, after those of what was in it when it is an archive or a message. */
export const receiptSchema = z.object({ files: z.array(fileRowSchema).readonly() }).meta({ id: 'Receipt' });
export type UploadReceipt = z.infer<typeof receiptSchema>;

export const unfinishedSchema = z
  .object({
    uploads: z
      .array(
        z.object({
          id: idSchema,
          name: z.string(),
          sizeBytes: z.number().int(),
          offset: z.number().int().describe('How many bytes are there.'),
          fingerprint: z.string().nullable().describe('As it was given in the metadata.'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'UnfinishedUploads' });
export type UnfinishedUpload = z.infer<typeof unfinishedSchema>['uploads'][number];
