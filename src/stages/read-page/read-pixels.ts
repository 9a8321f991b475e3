import { turnRaster } from '#pixels/turn-raster.ts';
import type { Raster } from '#ports/pages.ts';
import type { PageSpending, TextRecognizer } from '#ports/text-recognizer.ts';
import { lineText } from '#text/line-text.ts';
import { rankLanguages } from '#text/rank-languages.ts';
import { addLatinWords } from './add-latin-words.ts';
import type { ModelChoice } from './choose-models.ts';
import { inTime } from './in-time.ts';
import { isSideways } from './is-sideways.ts';
import type { PixelReading, ReadingTools } from './pixel-reading.ts';
import { type PreparedPage, upsideDown } from './prepare-page.ts';
import { bestScript, bestSister, HOPELESS, modelForScript } from './read-sample.ts';
import { readSecondScript } from './read-second-script.ts';
import { densestBand, wordiestBand } from './sample-band.ts';

/** A reading as sure as this is of the right script and the right way up. */
const SURE = 0.74;
/** A second reading with the language's own model pays when the language is told this surely. */
const LANGUAGE_SURE = 0.6;

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
  const read = async (prepared: PreparedPage, wanted: readonly string[]): Promise<PixelReading> => {
    const recognition = await recognizer.recognize(prepared.image, {
      models: wanted,
      layout: 'page',
      signal,
      spending,
    });
    const languages = rankLanguages(recognition.lines.map(lineText).join('\n'));
    return { page: prepared, recognition, model: wanted.join('+'), languages };
  };
  const latin = models.firstOf('Latn') ?? recognizer.models[0] ?? '';
  const first = await read(page, [latin]);
  // It has to be turned before anything else is tried.
  if (isSideways(first.recognition)) return first;
  const band = wordiestBand(page.image, first.recognition);
  const sampleOf = ({ geometry }: PreparedPage): Raster =>
    geometry.turned === page.geometry.turned ? band : turnRaster(band, 180);
  const tools: ReadingTools = { recognizer, models, signal, spending, sampleOf, read };
  const chosen = await inTime(first, () => readInItsScript(first, tools));
  const own = await inTime(chosen, () => readInItsLanguage(chosen, tools));
  const best = await inTime(own, () => readSecondScript(own, tools));
  return withLatinWordsOf(first, best, latin);
}

/** What a model of another script made of the Latin words, as the first reading has them, where both read the same image. */
function withLatinWordsOf(first: PixelReading, best: PixelReading, latin: string): PixelReading {
  const isOtherScript = best.languages[0] !== undefined && best.languages[0].script !== 'Latn';
  const knowsLatin = best.model.split('+').includes(latin);
  if (!isOtherScript || knowsLatin || best.page.image !== first.page.image) return best;
  return { ...best, recognition: addLatinWords(best.recognition, first.recognition) };
}

async function readInItsScript(first: PixelReading, tools: ReadingTools): Promise<PixelReading> {
  if (first.recognition.confidence < SURE) return readAgain(first, tools);
  return isUnclear(first) ? readUnclearLatin(first, tools) : first;
}

async function readInItsLanguage(best: PixelReading, { models, read }: ReadingTools): Promise<PixelReading> {
  const [language] = best.languages;
  if (language === undefined || language.confidence < LANGUAGE_SURE) return best;
  const own = models.bestOf(language.code, language.script);
  if (own === undefined || own === best.model || best.recognition.confidence < HOPELESS) return best;
  const second = await read(best.page, [own]);
  // The language's own model knows its letters; it wins also when it is a shade less sure of itself.
  return second.recognition.confidence >= best.recognition.confidence - 0.03 ? second : best;
}

/** A reading that is sure of its letters but of no language: the letters are another alphabet's, made the nearest known ones. */
function isUnclear({ languages: [language] }: PixelReading): boolean {
  return language !== undefined && language.script === 'Latn' && language.confidence < LANGUAGE_SURE;
}

async function readUnclearLatin(first: PixelReading, tools: ReadingTools): Promise<PixelReading> {
  const sample = await bestSister(first.page, { models: tools.models.latinToTry }, tools);
  if (sample === undefined || sample.model === first.model) return first;
  const second = await tools.read(first.page, [sample.model]);
  return isUnclear(second) ? first : second;
}

/** Half a page tells script and turn as well as a whole one, in half the time; pixels. */
const ORIENTATION_HEIGHT = 1_100;

/** The page may be in another script, or stand on its head, or both. */
async function readAgain(first: PixelReading, tools: ReadingTools): Promise<PixelReading> {
  const { recognizer, models, signal, read } = tools;
  const found = await recognizer.orientation(densestBand(first.page.image, ORIENTATION_HEIGHT), signal);
  const candidates = [first];
  const isHeadDown = found?.turn === 180;
  const page = isHeadDown ? upsideDown(first.page) : first.page;
  const model = found?.script == null ? undefined : models.firstOf(found.script);
  if (isHeadDown || (model !== undefined && model !== first.model)) {
    const chosen = await modelForScript(page, model ?? first.model, tools);
    const reading = await read(page, [chosen.model]);
    if (chosen.isSettled) return reading;
    candidates.push(reading);
  }
  if (surest(candidates).recognition.confidence < SURE) {
    const sample = await bestScript(first, models.toTry, tools);
    const isNew = !candidates.some(
      (one) => one.model === sample?.model && one.page.geometry.turned === sample.page.geometry.turned,
    );
    if (sample !== undefined && isNew) candidates.push(await read(sample.page, [sample.model]));
  }
  return surest(candidates);
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
