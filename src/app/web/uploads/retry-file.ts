import { LiasseFailure } from '#domain/failure.ts';
import { today } from '../../today.ts';
import { type FileRow, fileRowOf } from '../cases/list-files.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';

/** Has a file that could not be read read once more. Throws `not-found`, `not-failed`. */
export async function retryFile(seat: Seat, fileId: string): Promise<FileRow> {
  const { files, work } = seat.keeping;
  const file = await files.find(fileId);
  if (file === undefined) throw new LiasseFailure('not-found');
  await caseInScope(seat, file.caseId);
  const found = await work.find('file', fileId);
  const before = fileRowOf(file, found?.state === 'dead' ? found.failure : null);
  if (!before.canRetry) throw new LiasseFailure('not-failed');
  if (found?.state === 'dead') await work.revive([found.id]);
  else await files.askAgain(fileId, today());
  return fileRowOf((await files.find(fileId)) ?? file, null);
}
