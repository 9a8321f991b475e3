import { LiasseFailure } from '#domain/failure.ts';
import { isAbsent, systemCode, writingFailure } from '../disk-failure.ts';

/** What an error means for whoever writes a backup: `disk-full`, `backup-not-written`, else the error itself. */
export function backupWritingFailure(error: unknown, path: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const failure = writingFailure(error);
  // What can't be written is not Liasse's own folder.
  return failure instanceof LiasseFailure && failure.code === 'disk-full'
    ? failure
    : new LiasseFailure('backup-not-written', `${path}: ${code}`, { cause: error });
}

/** What an error means for whoever reads a backup: `no-such-file`, `no-permission`, `unreadable-file`, else `backup-damaged`. */
export function backupReadingFailure(error: unknown, path: string): unknown {
  if (error instanceof LiasseFailure) return error;
  const code = systemCode(error);
  if (isAbsent(error)) return new LiasseFailure('no-such-file', path, { cause: error });
  if (code === 'EACCES' || code === 'EPERM') return new LiasseFailure('no-permission', path, { cause: error });
  if (code !== undefined) return new LiasseFailure('unreadable-file', `${path}: ${code}`, { cause: error });
  return new LiasseFailure('backup-damaged', path, { cause: error });
}
