import { asFailure, LiasseFailure } from '#domain/failure.ts';
import type { PageReading } from '#domain/page-reading.ts';
import type { PageView, Raster, TextLayer } from '#ports/pages.ts';
import { lineText } from '#text/line-text.ts';
import { type RankedLanguage, rankLanguages } from '#text/rank-languages.ts';
import { definePageStage } from '../define-stage.ts';
import { chooseModels } from './choose-models.ts';
import { findCutEdges } from './find-cut-edges.ts';
import { inTime } from './in-time.ts';
import { isSideways } from './is-sideways.ts';
import { isTrustworthy } from './judge-text-layer.ts';
import type { ReadingTools } from './pixel-reading.ts';
import { type PreparedPage, preparePage } from './prepare-page.ts';
import { readPixels } from './read-pixels.ts';

/** Pixels a page is decoded to at most: A4 at 300 dots an inch. */
const MAX_PIXELS = 9_000_000;
/** Less ink than this is dust. */
const BLANK_SHARE = 0.0006;
const AS_IT_CAME = { turned: 0, skewDegrees: 0, quad: null } as const;

/** Reads one page: its own text where that can be trusted, else its pixels. "No text", "failed" and "read" stay three different answers. */
export const readPage = definePageStage({
  name: 'read-page',
  version: 17,
  needs: ['page-source'],
  uses: ['pages', 'recognizer'],
  selectRules: (pipeline) => pipeline.reading,
  run: async ({ inputs, tools, rules, signal }): Promise<PageReading> => {
    const { page } = inputs['page-source'];
    const view = await tools.pages.view(inputs['page-source']);
    let seen = nothingRead(page);
    try {
      const layer = await textLayerOf(view);
      if (layer !== null && isTrustworthy(layer)) return fromTextLayer(page, layer);
      const raw = await view.raster({ maxPixels: MAX_PIXELS, signal });
      if (raw === null) return seen;
      const prepared = preparePage(raw);
      const { geometry, quality, image, inkShare } = prepared;
      seen = { ...seen, width: image.width, height: image.height, geometry, quality };
      if (inkShare < BLANK_SHARE) return seen;
      seen = { ...seen, engine: tools.recognizer.engine };
      const models = chooseModels(rules, tools.recognizer.models);
      return await fromPixels(raw, prepared, seen, { recognizer: tools.recognizer, models, signal });
    } catch (error) {
      const failure = asFailure(error);
      // A page that can't be decoded or read fails alone: the rest of its file goes on.
      if (failure.code === 'cancelled' || failure.code === 'model-missing') throw failure;
      if (signal.aborted) throw new LiasseFailure('cancelled');
      return { ...seen, state: 'failed', failure: failure.code };
    }
  },
  isFinal: ({ state, isCutShort }) => state !== 'failed' && !isCutShort,
});

/** A text that can't be taken out, or not in time, is no text: the pixels are still there to be read. */
async function textLayerOf(view: PageView): Promise<TextLayer | null> {
  try {
    return await view.textLayer();
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code === 'cancelled') throw failure;
    return null;
  }
}

async function fromPixels(
  raw: Raster,
  prepared: PreparedPage,
  seen: PageReading,
  { recognizer, models, signal }: Pick<ReadingTools, 'recognizer' | 'models' | 'signal'>,
): Promise<PageReading> {
  const spending = { spentMs: 0 };
  const read = (way: PreparedPage) => readPixels(way, recognizer, models, { signal, spending });
  let reading = await read(prepared);
  // The recogniser reads up and down too: words higher than wide tell that the turn was wrong.
  if (isSideways(reading.recognition))
    reading = await inTime(reading, () => read(preparePage(raw, prepared.geometry.turned === 0 ? 90 : 0)));
  const { lines, confidence } = reading.recognition;
  return {
    ...seen,
    state: lines.length === 0 ? 'no-text' : 'read',
    source: lines.length === 0 ? 'none' : 'ocr',
    model: reading.model,
    geometry: reading.page.geometry,
    quality: { ...prepared.quality, problems: [...prepared.quality.problems, ...findCutEdges(lines)] },
    confidence,
    languages: pageLanguages(reading.languages),
    lines: [...lines],
    isCutShort: reading.isCutShort ?? false,
  };
}

function fromTextLayer(page: number, layer: TextLayer): PageReading {
  return {
    ...nothingRead(page),
    state: 'read',
    source: 'text-layer',
    width: layer.width,
    height: layer.height,
    confidence: 1,
    languages: pageLanguages(rankLanguages(layer.lines.map(lineText).join('\n'))),
    lines: [...layer.lines],
  };
}

/** The likeliest language of the page. Shares by block are the language stage's work. */
function pageLanguages(ranked: readonly RankedLanguage[]): PageReading['languages'] {
  return ranked.slice(0, 1).map((language) => ({ ...language, share: 1 }));
}

function nothingRead(page: number): PageReading {
  return {
    page,
    state: 'no-text',
    source: 'none',
    engine: null,
    model: null,
    width: 0,
    height: 0,
    geometry: { ...AS_IT_CAME },
    quality: null,
    confidence: 0,
    languages: [],
    lines: [],
    isCutShort: false,
    failure: null,
  };
}
