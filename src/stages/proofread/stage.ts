import type { DigitModel } from '#definitions/digit-model.schema.ts';
import { asFailure } from '#domain/failure.ts';
import type { PageReading } from '#domain/page-reading.ts';
import { definePageStage } from '../define-stage.ts';
import { createDigitShapes, type DigitShapes } from './numbers/digit-shapes.ts';
import { findNumberPlaces, rereadNumbers } from './reread-numbers.ts';

/** Longer side, in pixels, at which numbers are read again: 200 dots an inch on A4. */
const NUMBER_SIDE = 2_400;

/**
 * Corrects what a recogniser is known to get wrong: the page as the other stages see it. Apart from reading, since
 * reading costs a second a page and correcting a few milliseconds: a better rule here reads no page again.
 */
export const proofread = definePageStage({
  name: 'proofread',
  version: 2,
  needs: ['page-source', 'read-page'],
  uses: ['uprightPages'],
  selectRules: (pipeline) => pipeline.digitModel,
  run: async ({ inputs, tools, rules }): Promise<PageReading> => {
    const reading = inputs['read-page'];
    const found = findNumberPlaces(reading);
    if (found === undefined) return reading;
    try {
      const image = await tools.uprightPages.image(inputs['page-source'], reading.geometry, NUMBER_SIDE);
      return image === null ? reading : rereadNumbers(reading, found, image, shapesOf(rules));
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'cancelled') throw failure;
      // What was read is worth keeping, and the next run may see the page again.
      return { ...reading, isCutShort: true };
    }
  },
  // What is not final was read in haste: the next run reads it again.
  isFinal: ({ state, isCutShort }) => state !== 'failed' && !isCutShort,
});

const known = new WeakMap<DigitModel, DigitShapes>();

/** Unpacking a model takes milliseconds; pages that need none wait for none. */
function shapesOf(model: DigitModel): DigitShapes {
  const shapes = known.get(model) ?? createDigitShapes(model);
  known.set(model, shapes);
  return shapes;
}
