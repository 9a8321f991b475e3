import { LiasseFailure } from '#domain/failure.ts';

const FULL = ['ENOSPC', 'EDQUOT'];
const FORBIDDEN = ['EACCES', 'EPERM', 'EROFS'];
const ABSENT = ['ENOENT', 'ENOTDIR', 'EISDIR'];

/** The system's code of an error: `ENOENT` and the like; undefined when no system gave it. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof LiasseFailure || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether there is no file of that name. */
export function isAbsent(error: unknown): boolean {
  return ABSENT.includes(systemCode(error) ?? '');
}

/** What an error means for whoever writes to a disk: `disk-full`, `home-not-writable`, else the error itself. */
export function writingFailure(error: unknown): unknown {
  const code = systemCode(error) ?? '';
  if (FULL.includes(code)) return new LiasseFailure('disk-full', code, { cause: error });
  if (FORBIDDEN.includes(code)) return new LiasseFailure('home-not-writable', code, { cause: error });
  return error;
}

/** What was found; undefined when there is no file of that name. */
export async function unlessAbsent<Found>(finding: Promise<Found>): Promise<Found | undefined> {
  try {
    return await finding;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
