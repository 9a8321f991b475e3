import { LiasseFailure } from '#domain/failure.ts';
import { systemCode, writingFailure } from '../disk-failure.ts';

/** What an error means for whoever writes an export: `disk-full`, `export-not-written`, else the error itself. */
export function exportFailure(error: unknown, path: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const failure = writingFailure(error);
  // What can't be written is not Liasse's own folder.
  return failure instanceof LiasseFailure && failure.code === 'disk-full'
    ? failure
    : new LiasseFailure('export-not-written', `${path}: ${code}`, { cause: error });
}
