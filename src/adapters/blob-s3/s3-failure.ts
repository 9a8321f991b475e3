import { LiasseFailure } from '#domain/failure.ts';

/** Whether the store answered that there is no such thing. `NoSuchBucket` is not meant: then nothing can be said of any blob. */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
}

/**
 * Every answer that is no success means that blobs can't be had now: no connection, no answer in time, wrong keys, no bucket. The detail is the
 * store's own word for it (`NoSuchBucket`, `ECONNREFUSED`), never a name of a blob.
 */
export function s3Failure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof LiasseFailure || error instanceof TypeError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return new LiasseFailure('blobs-away', code, { cause: error });
}
