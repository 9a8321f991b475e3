/** The work did not end in its time. */
export class TooLate extends Error {}

/** What the work gives, or `TooLate` after so many milliseconds; the work itself goes on, and nobody hears of it. */
export async function unlessLate<Result>(timeoutMs: number, work: Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new TooLate()), timeoutMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
