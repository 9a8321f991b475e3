import { LiasseFailure } from '#domain/failure.ts';

const FULL = ['ENOSPC', 'EDQUOT'];
const FORBIDDEN = ['EACCES', 'EPERM', 'EROFS'];
const ABSENT = ['ENOENT', 'ENOTDIR', 'EISDIR'];

/** Whether there is no file of that name. */
export function isAbsent(error: unknown): boolean {
  return ABSENT.includes(codeOf(error) ?? '');
}

/** What an error of the disk means for whoever writes: `disk-full`, `home-not-writable`, else as for whoever reads. */
export function writingFailure(error: unknown): unknown {
  const code = codeOf(error) ?? '';
  if (FULL.includes(code)) return new LiasseFailure('disk-full', code, { cause: error });
  if (FORBIDDEN.includes(code)) return new LiasseFailure('home-not-writable', code, { cause: error });
  return readingFailure(error);
}

/** What an error of the disk means for whoever reads: `blobs-away`; an error that no disk gave is itself. */
export function readingFailure(error: unknown): unknown {
  const code = codeOf(error);
  return code === undefined ? error : new LiasseFailure('blobs-away', code, { cause: error });
}

/** The system's code of an error: `ENOENT` and the like. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof LiasseFailure || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
