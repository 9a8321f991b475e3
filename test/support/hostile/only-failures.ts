import { LiasseFailure } from '#domain/failure.ts';

/** What comes of an input: it is there, or there is a code that somebody is told; anything else is a fault of ours and is thrown. */
export async function onlyFailures<Result>(work: () => Result | Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LiasseFailure) || error.code === 'internal-error') throw error;
    return undefined;
  }
}
