import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { createFileAccess } from '#adapters/files/create-file-opener.ts';
import { limitsSchema } from '#domain/limits.ts';
import type { PageGeometry } from '#domain/page-reading.ts';
import type { Raster } from '#ports/pages.ts';
import { findCodes } from '#stages/read-codes/find-codes.ts';
import { rasterOfCode } from '../../code-pages.ts';
import { type FuzzTarget, fuzzTarget } from '../fuzz-target.ts';
import { hostileText } from '../hostile-text.ts';
import { mutated } from '../mutated.ts';
import { onlyFailures } from '../only-failures.ts';

const MODULE_PIXELS = 4;
const FORMATS = ['DataMatrix', 'QRCode', 'Aztec'] as const;
const CONTENTS = ['https://exemple.fr/verifier/ABCD-1234', `DC04FR0000011985FFFF0401FR46DIALLO\x1d${'A'.repeat(103)}`];
/** What a symbol holds at most depends on its kind; all hold this. */
const MOST_BYTES = 500;
const turned = fc.constantFrom<PageGeometry['turned']>(0, 90, 180, 270);

/** Codes that somebody printed: with a content that is made to harm, or damaged where they were scanned. */
export const codeTargets: readonly FuzzTarget[] = [
  fuzzTarget('content of a printed code', async () => {
    const looking = startLooking();
    return {
      input: fc.tuple(hostileText, fc.constantFrom(...FORMATS), turned),
      take: async ([text, format, turn]) => {
        const content = Buffer.from(text === '' ? ' ' : text).subarray(0, MOST_BYTES);
        await looking.find(await rasterOfCode(content, format, MODULE_PIXELS), turn);
      },
      close: looking.stop,
    };
  }),
  fuzzTarget('picture of a printed code', async () => {
    const looking = startLooking();
    const whole = await Promise.all(
      FORMATS.flatMap((format) => CONTENTS.map((content) => rasterOfCode(content, format, MODULE_PIXELS))),
    );
    for (const raster of whole) ok((await looking.find(raster, 0)) === 1, 'a good code is read');
    const damaged = fc
      .constantFrom(...whole)
      .chain((raster) => mutated(raster.pixels).map((pixels) => cutTo(raster, pixels)));
    return {
      input: fc.tuple(damaged, turned),
      take: ([raster, turn]) => looking.find(raster, turn),
      close: looking.stop,
    };
  }),
];

/** As many rows as the pixels make: a raster always has all of its own. */
function cutTo({ width }: Raster, pixels: Uint8Array): Raster {
  const height = Math.max(1, Math.min(width * 2, Math.floor(pixels.length / width)));
  const own = new Uint8Array(width * height).fill(255);
  own.set(pixels.subarray(0, own.length));
  return { width, height, channels: 1, pixels: own };
}

/** Looks for codes as reading does, and has the whole raster decoded; `find` tells how many the decoder found there. */
function startLooking() {
  const { codes, stop } = createFileAccess({ limits: limitsSchema.parse({}), passwords: [] });
  return {
    find: async (raster: Raster, turn: PageGeometry['turned']): Promise<number> => {
      const found = await onlyFailures(() => findCodes(raster, { turned: turn, skewDegrees: 0, quad: null }, codes));
      for (const { box } of found ?? [])
        ok(
          box.every((share) => share >= 0 && share <= 1),
          'a code stands on its page',
        );
      return (await onlyFailures(() => codes.readCodes(raster)))?.length ?? 0;
    },
    stop,
  };
}
