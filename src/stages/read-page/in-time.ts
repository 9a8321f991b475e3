import { asFailure } from '#domain/failure.ts';
import type { PixelReading } from './pixel-reading.ts';

/** What a further reading gives; when the page's time is over, the reading there is: better that than none. Other failures pass through. */
export async function inTime(reading: PixelReading, readFurther: () => Promise<PixelReading>): Promise<PixelReading> {
  try {
    return await readFurther();
  } catch (error) {
    if (asFailure(error).code === 'page-timeout') return { ...reading, isCutShort: true };
    throw error;
  }
}
