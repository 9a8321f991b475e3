import type { Raster } from '#ports/pages.ts';
import type { PageSpending, Recognition, TextRecognizer } from '#ports/text-recognizer.ts';
import { lineText } from '#text/line-text.ts';
import { type RankedLanguage, rankLanguages } from '#text/rank-languages.ts';
import type { ModelChoice } from './choose-models.ts';
import { inTime } from './in-time.ts';
import { type PreparedPage, upsideDown } from './prepare-page.ts';

/** A page as it was read best. */
export interface PixelReading {
  readonly page: PreparedPage;
  readonly recognition: Recognition;
  readonly model: string;
  readonly languages: readonly RankedLanguage[];
}

/** A reading as sure as this is of the right script and the right way up. */
const SURE = 0.74;
/** A sample as sure as this ends the search. */
const CERTAIN = 0.9;
/** Below this a reading is noise. */
const HOPELESS = 0.35;
/** A second reading with the language's own model pays when the language is told this surely. */
const LANGUAGE_SURE = 0.6;
/** Height of the sample in which scripts are tried, in pixels. */
const SAMPLE_HEIGHT = 420;

/**
 * Reads a page whose script, language and turn are unknown. Latin first, since most papers are; a doubtful reading asks for script and turn,
 * then scripts are tried on a sample; then the language's own model reads once more when it is another one. The surest reading wins.
 */
export async function readPixels(
  page: PreparedPage,
  recognizer: TextRecognizer,
  models: ModelChoice,
  { signal, spending }: { readonly signal: AbortSignal; readonly spending: PageSpending },
): Promise<PixelReading> {
  const read = async (prepared: PreparedPage, model: string): Promise<PixelReading> => {
    const recognition = await recognizer.recognize(prepared.image, {
      models: [model],
      layout: 'page',
      signal,
      spending,
    });
    return { page: prepared, recognition, model, languages: rankLanguages(recognition.lines.map(lineText).join('\n')) };
  };
  const latin = models.firstOf('Latn') ?? recognizer.models[0] ?? '';
  const first = await read(page, latin);
  const tools: Tools = { recognizer, models, signal, spending, read };
  const chosen = await inTime(first, () => readInItsScript(first, tools));
  return inTime(chosen, () => readInItsLanguage(chosen, tools));
}

async function readInItsScript(first: PixelReading, tools: Tools): Promise<PixelReading> {
  if (first.recognition.confidence < SURE) return readAgain(first, tools);
  return isUnclear(first) ? readUnclearLatin(first, tools) : first;
}

async function readInItsLanguage(best: PixelReading, { models, read }: Tools): Promise<PixelReading> {
  const [language] = best.languages;
  const own = language === undefined || language.confidence < LANGUAGE_SURE ? undefined : models.bestOf(language.code);
  if (own === undefined || own === best.model || best.recognition.confidence < HOPELESS) return best;
  const second = await read(best.page, own);
  // The language's own model knows its letters; it wins also when it is a shade less sure of itself.
  return second.recognition.confidence >= best.recognition.confidence - 0.03 ? second : best;
}

/** A reading that is sure of its letters but of no language: the letters are another alphabet's, made the nearest known ones. */
function isUnclear({ languages: [language] }: PixelReading): boolean {
  return language !== undefined && language.script === 'Latn' && language.confidence < LANGUAGE_SURE;
}

async function readUnclearLatin(first: PixelReading, tools: Tools): Promise<PixelReading> {
  // All are compared: sure of itself is also the model that does not know the letters.
  const sample = await bestSample([first.page], tools.models.latinToTry, tools, 1);
  if (sample === undefined || sample.model === first.model) return first;
  const second = await tools.read(first.page, sample.model);
  return isUnclear(second) ? first : second;
}

interface Tools {
  readonly recognizer: TextRecognizer;
  readonly models: ModelChoice;
  readonly signal: AbortSignal;
  readonly spending: PageSpending;
  readonly read: (page: PreparedPage, model: string) => Promise<PixelReading>;
}

/** The page may be in another script, or stand on its head, or both. */
async function readAgain(first: PixelReading, tools: Tools): Promise<PixelReading> {
  const { recognizer, models, signal, read } = tools;
  const found = await recognizer.orientation(first.page.image, signal);
  const candidates = [first];
  const isHeadDown = found?.turn === 180;
  const page = isHeadDown ? upsideDown(first.page) : first.page;
  const model = found?.script == null ? undefined : models.firstOf(found.script);
  if (isHeadDown || (model !== undefined && model !== first.model)) {
    const best = await bestSample([page], models.sistersOf(model ?? first.model), tools);
    candidates.push(await read(page, best?.model ?? model ?? first.model));
  }
  if (surest(candidates).recognition.confidence < SURE) {
    const sample = await bestSample([first.page, upsideDown(first.page)], models.toTry, tools);
    const isNew = !candidates.some(
      (one) => one.model === sample?.model && one.page.geometry.turned === sample.page.geometry.turned,
    );
    if (sample !== undefined && isNew) candidates.push(await read(sample.page, sample.model));
  }
  return surest(candidates);
}

/** On its head only the likeliest models are tried: a page that is both turned and foreign is told by the orientation model. */
const MODELS_TRIED_TURNED = 3;

/** Reads a band of the page with each model; the one that is read most surely, if any is. */
async function bestSample(
  ways: readonly PreparedPage[],
  models: readonly string[],
  { recognizer, signal, spending }: Tools,
  certain = CERTAIN,
): Promise<{ page: PreparedPage; model: string } | undefined> {
  if (models.length === 1 && ways.length === 1) return undefined;
  const trials = models.flatMap((model, index) =>
    (index < MODELS_TRIED_TURNED ? ways : ways.slice(0, 1)).map((page) => ({ page, model })),
  );
  let best: { page: PreparedPage; model: string; score: number } | undefined;
  for (const { page, model } of trials) {
    const { confidence, lines } = await recognizer.recognize(densestBand(page.image), {
      models: [model],
      layout: 'block',
      signal,
      spending,
    });
    const letters = lines.reduce((sum, line) => sum + lineText(line).length, 0);
    const score = letters < 8 ? 0 : confidence;
    if (score > (best?.score ?? HOPELESS)) best = { page, model, score };
    // A band read as surely as this needs no other model.
    if (score > certain) break;
  }
  return best;
}

/** The band of the page with most ink. */
function densestBand({ width, height, pixels }: Raster): Raster {
  if (height <= SAMPLE_HEIGHT) return { width, height, channels: 1, pixels };
  const darkness = new Float64Array(height + 1);
  for (let y = 0; y < height; y += 1) {
    let dark = 0;
    for (let x = Math.round(width * 0.06); x < width * 0.94; x += 3)
      dark += (pixels[y * width + x] ?? 255) < 128 ? 1 : 0;
    darkness[y + 1] = (darkness[y] ?? 0) + dark;
  }
  let top = 0;
  let most = -1;
  for (let y = Math.round(height * 0.04); y + SAMPLE_HEIGHT <= height * 0.97; y += 20) {
    const dark = (darkness[y + SAMPLE_HEIGHT] ?? 0) - (darkness[y] ?? 0);
    if (dark > most) [top, most] = [y, dark];
  }
  return {
    width,
    height: SAMPLE_HEIGHT,
    channels: 1,
    pixels: pixels.subarray(top * width, (top + SAMPLE_HEIGHT) * width),
  };
}

function surest(readings: readonly PixelReading[]): PixelReading {
  return readings.reduce((best, one) => (weight(one) > weight(best) ? one : best));
}

/** Confidence, less for a reading with hardly any letters. */
function weight({ recognition }: PixelReading): number {
  const letters = recognition.lines.reduce(
    (sum, line) => sum + line.words.reduce((count, word) => count + word.text.length, 0),
    0,
  );
  return recognition.confidence * Math.min(1, letters / 40);
}
