import type { PageReading } from '#domain/page-reading.ts';
import { definePageStage } from '../define-stage.ts';
import { mendPage } from './mend-page.ts';
import { inReadingOrder } from './order/reading-order.ts';
import { readMachineLines } from './read-machine-lines.ts';

/** Longer side, in pixels, at which lines are read once more: 200 dots an inch on A4. */
const READING_SIDE = 2_300;

/**
 * Corrects what a recogniser is known to get wrong: the page as the other stages see it. Apart from reading, since
 * reading costs a second a page and correcting a few milliseconds: a better rule here reads no page again.
 */
export const proofread = definePageStage({
  name: 'proofread',
  version: 3,
  needs: ['page-source', 'read-page'],
  uses: ['uprightPages', 'recognizer'],
  selectRules: (pipeline) => pipeline.proofreading,
  run: async ({ inputs, tools, rules, signal }): Promise<PageReading> => {
    const reading = await readMachineLines(inputs['read-page'], {
      recognizer: tools.recognizer,
      models: rules.machineLines,
      signal,
      image: () => tools.uprightPages.image(inputs['page-source'], inputs['read-page'].geometry, READING_SIDE),
    });
    const mended = mendPage(reading, rules);
    return { ...mended, lines: inReadingOrder(mended) };
  },
  // What is not final was read in haste: the next run reads it again.
  isFinal: ({ state, isCutShort }) => state !== 'failed' && !isCutShort,
});
