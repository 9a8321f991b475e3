import type { DigitModel } from '#definitions/digit-model.schema.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Proofreading } from '#definitions/proofreading.schema.ts';
import type { PageSource } from '#domain/artifacts.ts';
import { asFailure } from '#domain/failure.ts';
import type { PageReading } from '#domain/page-reading.ts';
import type { UprightPages } from '#ports/pages.ts';
import { definePageStage } from '../define-stage.ts';
import { mendPage } from './mend-page.ts';
import { createDigitShapes, type DigitShapes } from './numbers/digit-shapes.ts';
import { inReadingOrder } from './order/reading-order.ts';
import { readMachineLines } from './read-machine-lines.ts';
import { findNumberPlaces, rereadNumbers } from './reread-numbers.ts';

/** Longer sides, in pixels, at which lines and numbers are read once more: 200 dots an inch on A4. */
const READING_SIDE = 2_300;
const NUMBER_SIDE = 2_400;

/**
 * Corrects what a recogniser is known to get wrong: the page as the other stages see it. Apart from reading, since
 * reading costs a second a page and correcting a few milliseconds: a better rule here reads no page again.
 */
export const proofread = definePageStage({
  name: 'proofread',
  version: 4,
  needs: ['page-source', 'read-page'],
  uses: ['uprightPages', 'recognizer'],
  selectRules: rulesOf,
  run: async ({ inputs, tools, rules, signal }): Promise<PageReading> => {
    const source = inputs['page-source'];
    const reading = await readMachineLines(inputs['read-page'], {
      recognizer: tools.recognizer,
      models: rules.proofreading.machineLines,
      signal,
      image: () => tools.uprightPages.image(source, inputs['read-page'].geometry, READING_SIDE),
    });
    const mended = mendPage(
      await withNumbers(reading, source, tools.uprightPages, rules.digitModel),
      rules.proofreading,
    );
    return { ...mended, lines: inReadingOrder(mended) };
  },
  // What is not final was read in haste: the next run reads it again.
  isFinal: ({ state, isCutShort }) => state !== 'failed' && !isCutShort,
});

interface ProofreadingRules {
  readonly proofreading: Proofreading;
  readonly digitModel: DigitModel;
}

const slices = new WeakMap<Pipeline, ProofreadingRules>();

/** One object a pipeline: the digest of the model is computed once. */
function rulesOf(pipeline: Pipeline): ProofreadingRules {
  const { proofreading, digitModel } = pipeline;
  const slice = slices.get(pipeline) ?? { proofreading, digitModel };
  slices.set(pipeline, slice);
  return slice;
}

/** The page with its numbers read again; no pixels are asked for where there is none to read. */
async function withNumbers(
  reading: PageReading,
  source: PageSource,
  pages: UprightPages,
  model: DigitModel,
): Promise<PageReading> {
  const found = findNumberPlaces(reading);
  if (found === undefined) return reading;
  try {
    const image = await pages.image(source, reading.geometry, NUMBER_SIDE);
    return image === null ? reading : rereadNumbers(reading, found, image, shapesOf(model));
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code === 'cancelled') throw failure;
    // What was read is worth keeping, and the next run may see the page again.
    return { ...reading, isCutShort: true };
  }
}

const known = new WeakMap<DigitModel, DigitShapes>();

/** Unpacking a model takes milliseconds; pages that need none wait for none. */
function shapesOf(model: DigitModel): DigitShapes {
  const shapes = known.get(model) ?? createDigitShapes(model);
  known.set(model, shapes);
  return shapes;
}
