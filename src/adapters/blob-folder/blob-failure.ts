import { LiasseFailure } from '#domain/failure.ts';
import { systemCode, writingFailure } from '../disk-failure.ts';

/** What an error of the disk means for whoever reads blobs: `blobs-away`; an error that no disk gave is itself. */
export function readingBlobFailure(error: unknown): unknown {
  const code = systemCode(error);
  return code === undefined ? error : new LiasseFailure('blobs-away', code, { cause: error });
}

/** What an error of the disk means for whoever writes blobs: `disk-full`, `home-not-writable`, else as for whoever reads. */
export function writingBlobFailure(error: unknown): unknown {
  return readingBlobFailure(writingFailure(error));
}
