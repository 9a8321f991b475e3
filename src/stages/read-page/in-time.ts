import { asFailure } from '#domain/failure.ts';

/** What a further reading gives; when the page's time is over, the reading there is: better that than none. Other failures pass through. */
export async function inTime<Reading>(reading: Reading, readFurther: () => Promise<Reading>): Promise<Reading> {
  try {
    return await readFurther();
  } catch (error) {
    if (asFailure(error).code === 'page-timeout') return reading;
    throw error;
  }
}
