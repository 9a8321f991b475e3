import { asFailure } from '#domain/failure.ts';
import { definePageStage } from '../define-stage.ts';
import { findCodes } from './find-codes.ts';

/** The size at which marks are looked for too: the page is decoded once for both. */
const MAX_PIXELS = 9_000_000;

/** What the two-dimensional codes of a page say (2D-Doc, QR, …). Pages that show nothing like a code cost a few milliseconds. */
export const readCodes = definePageStage({
  name: 'read-codes',
  version: 1,
  needs: ['page-source', 'read-page'],
  uses: ['pages', 'codeReader'],
  selectRules: () => null,
  run: async ({ inputs, tools, signal }) => {
    const { state, geometry } = inputs['read-page'];
    // Its pixels can't be had, or took too long already.
    if (state === 'failed') return { codes: [], areUnknown: true };
    try {
      const view = await tools.pages.view(inputs['page-source']);
      const raw = await view.raster({ maxPixels: MAX_PIXELS, signal });
      return { codes: raw === null ? [] : await findCodes(raw, geometry, tools.codeReader) };
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'cancelled') throw failure;
      // Its text was read, which is worth keeping.
      return { codes: [], areUnknown: true };
    }
  },
  isFinal: ({ areUnknown = false }) => !areUnknown,
});
