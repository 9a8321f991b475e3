import { LiasseFailure } from '#domain/failure.ts';

/** Does something that writes where a person said. Throws `output-not-writable` when that can't be done. */
export async function orNotWritable<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof LiasseFailure) throw error;
    throw new LiasseFailure('output-not-writable', codeOf(error), { cause: error });
  }
}

/** The system's word for it: no path, no name. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
