import type { PageReading } from '#domain/page-reading.ts';
import { definePageStage } from '../define-stage.ts';
import { mendPage } from './mend-page.ts';
import { inReadingOrder } from './order/reading-order.ts';

/**
 * Corrects what a recogniser is known to get wrong: the page as the other stages see it. Apart from reading, since
 * reading costs a second a page and correcting a few milliseconds: a better rule here reads no page again.
 */
export const proofread = definePageStage({
  name: 'proofread',
  version: 2,
  needs: ['page-source', 'read-page'],
  uses: [],
  selectRules: (pipeline) => pipeline.proofreading,
  run: ({ inputs, rules }): PageReading => {
    const mended = mendPage(inputs['read-page'], rules);
    return { ...mended, lines: inReadingOrder(mended) };
  },
  // What is not final was read in haste: the next run reads it again.
  isFinal: ({ state, isCutShort }) => state !== 'failed' && !isCutShort,
});
