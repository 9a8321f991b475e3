import { asFailure } from '#domain/failure.ts';
import { flattenLight } from '#pixels/flatten-light.ts';
import { inkOf, inkThreshold } from '#pixels/ink.ts';
import { toGrey } from '#pixels/to-grey.ts';
import type { Raster } from '#ports/pages.ts';
import { definePageStage } from '../define-stage.ts';
import { findPenMarks } from './find-pen-marks.ts';
import { findPictures } from './find-pictures.ts';
import { readStamps } from './read-stamps.ts';
import { wholePagePicture } from './whole-page-picture.ts';

/** Longer side, in pixels, at which marks are looked for: strokes are still two pixels wide. */
const WORKING_SIDE = 1_240;
/** Longer side at which a stamp's letters are read: 200 dots an inch on A4. */
const READING_SIDE = 2_300;
/** Lighter than this is never ink, whatever the page's own contrast. */
const LIGHTEST_INK = 200;

/** A signature that is found as surely as this is one. */
const SURE = 0.6;

/** Signatures, stamps and pictures on a page: the ink that is not printed text. */
export const findMarks = definePageStage({
  name: 'find-marks',
  version: 4,
  needs: ['page-source', 'read-page'],
  uses: ['uprightPages', 'recognizer'],
  selectRules: () => null,
  run: async ({ inputs, tools, signal }) => {
    const reading = inputs['read-page'];
    // Its pixels can't be had, or took too long already.
    if (reading.state === 'failed') return { marks: [], areUnknown: true };
    const upright = (side: number) =>
      lookedAt(() => tools.uprightPages.image(inputs['page-source'], reading.geometry, side));
    const image = await upright(WORKING_SIDE);
    // Its text was read, which is worth keeping.
    if (image === undefined) return { marks: [], areUnknown: true };
    if (image === null) return { marks: [] };
    const grey = flattenLight(toGrey(image));
    const whole = wholePagePicture(grey, reading);
    // On a page without text that is a picture, what is not paper is the picture itself; one too blurred to read still shows its ink.
    if (reading.state !== 'read' && whole.length > 0) return { marks: whole };
    const pictures = findPictures(grey, reading.lines);
    const ink = inkOf(grey, Math.min(inkThreshold(grey) + 12, LIGHTEST_INK));
    const penMarks = findPenMarks({ ink, colours: image, lines: reading.lines, pictures });
    // What somebody signed is a paper that was read badly.
    const isSigned = penMarks.some(({ kind, confidence }) => kind === 'signature' && confidence >= SURE);
    const marks = [...(isSigned ? [] : whole), ...pictures, ...penMarks];
    if (image.channels === 1) return { marks };
    const { recognizer } = tools;
    return { marks: await readStamps(marks, reading, { recognizer, signal, colours: () => upright(READING_SIDE) }) };
  },
  isFinal: ({ areUnknown = false }) => !areUnknown,
});

/** The page's image; undefined for a page that can't be drawn, or not in time. */
async function lookedAt(look: () => Promise<Raster | null>): Promise<Raster | null | undefined> {
  try {
    return await look();
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code === 'cancelled') throw failure;
    return undefined;
  }
}
