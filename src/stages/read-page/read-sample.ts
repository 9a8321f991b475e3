import type { Word } from '#domain/page-reading.ts';
import { countLetters } from '#text/count-letters.ts';
import { rankLanguages } from '#text/rank-languages.ts';
import type { ModelFamily } from './choose-models.ts';
import type { PixelReading, ReadingTools } from './pixel-reading.ts';
import { type PreparedPage, upsideDown } from './prepare-page.ts';

/** A way of reading a page that did best on a sample of it. */
export interface BestSample {
  readonly page: PreparedPage;
  readonly model: string;
}

/** A sample as sure as this ends the search: a model of another script stays far below, a sister that finds its own language too. */
const CERTAIN = 0.83;
/** Below this a reading is noise. */
export const HOPELESS = 0.35;
/** Fewer letters than this say nothing. */
const FEWEST_LETTERS = 8;
/** On its head only the first models are tried: most pages that are both turned and foreign are told by the orientation model. */
const MODELS_TRIED_TURNED = 5;

/**
 * Reads a band of the page with each model of another script, upright, then on its head; the surest, if any is more than noise and surer than
 * what the first reading of the upright page, whose model is not tried again, was.
 */
export async function bestScript(
  first: PixelReading,
  models: readonly string[],
  tools: ReadingTools,
): Promise<BestSample | undefined> {
  const upright = first.page;
  const others = models.filter((model) => model !== first.model);
  const onItsHead = models.slice(0, MODELS_TRIED_TURNED).map((model) => ({ page: upsideDown(upright), model }));
  const trials = [...others.map((model) => ({ page: upright, model })), ...onItsHead];
  const known = confidenceOfLetters(first.recognition.lines.flatMap(({ words }) => words));
  const least = Math.max(HOPELESS, known);
  let best: (BestSample & { readonly score: number }) | undefined;
  for (const { page, model } of trials) {
    const { confidence } = await readBand(page, model, tools);
    if (confidence > (best?.score ?? least)) best = { page, model, score: confidence };
    // A band read as surely as this needs no other model.
    if (confidence > CERTAIN) break;
  }
  return best;
}

/** A language told this surely from a band decides which model reads the page. */
const LANGUAGE_SURE = 0.6;

/**
 * The model that reads a page in the script of the given one: itself, a sister that reads a band better, or the language's own. `isSettled`: no
 * search in other scripts can do better, however unsure the reading is of itself.
 */
export async function modelForScript(
  page: PreparedPage,
  model: string,
  tools: ReadingTools,
): Promise<{ readonly model: string; readonly isSettled: boolean }> {
  const family = tools.models.familyOf(model);
  if (family.models.length > 1) {
    const best = await bestSister(page, family, tools);
    return { model: best?.model ?? model, isSettled: best !== undefined && best.model === family.style };
  }
  // No sample tells more than the page: the one model of its script reads it, and a language with another one is still found in that reading.
  if (model !== tools.models.firstOf('Latn')) return { model, isSettled: false };
  const { text } = await readBand(page, model, tools);
  const [language] = rankLanguages(text);
  const own =
    language !== undefined && language.confidence >= LANGUAGE_SURE
      ? tools.models.bestOf(language.code, language.script)
      : undefined;
  return { model: own ?? model, isSettled: false };
}

/** How much a model loses that reads another language than its own: sister models are almost as sure of each other's print. */
const AGREEMENT_WEIGHT = 0.15;
/** No sister is this unsure of print it was made for; then it is the style that only one of them knows. */
const FOREIGN_STYLE = 0.6;
const SURELY_OWN = 0.9;
/** A model whose reading is so much more in its own language than the style's, and surer, reads no foreign style. */
const MORE_AT_HOME = 0.01;

/**
 * Reads a band with each model of a family that shares a script, and takes the one that is sure and finds its own language in it: a model made for
 * Arabic turns Persian into something like Arabic, one made for Persian leaves Persian words.
 */
export async function bestSister(
  page: PreparedPage,
  { models: family, style }: ModelFamily,
  tools: ReadingTools,
): Promise<BestSample | undefined> {
  if (family.length < 2) return undefined;
  const trials: Trial[] = [];
  for (const model of family) {
    const trial = await tryModel(page, model, tools);
    trials.push(trial);
    // Sisters are almost as sure of each other's print: only one that finds its own language, and no other, ends the search.
    if (trial.score > CERTAIN && trial.agreement >= SURELY_OWN) break;
  }
  const best = trials.reduce((one, other) => (other.score > one.score ? other : one));
  // Noise in the letters of a language looks like that language; only what is more than noise can be its style.
  const inStyle = trials.find(
    ({ model, agreement, confidence }) => model === style && agreement >= SURELY_OWN && confidence > HOPELESS,
  );
  if (inStyle !== undefined && best.confidence < FOREIGN_STYLE && !isMoreAtHome(best, inStyle))
    return { page, model: inStyle.model };
  return best.score > HOPELESS ? { page, model: best.model } : undefined;
}

function isMoreAtHome(best: Trial, inStyle: Trial): boolean {
  return best.agreement > inStyle.agreement + MORE_AT_HOME && best.confidence > inStyle.confidence;
}

interface Trial {
  readonly model: string;
  readonly confidence: number;
  /** How surely the model found the language it was made for, 0..1. */
  readonly agreement: number;
  readonly score: number;
}

async function tryModel(page: PreparedPage, model: string, tools: ReadingTools): Promise<Trial> {
  const { confidence, text } = await readBand(page, model, tools);
  const [language] = rankLanguages(text);
  const isOwn = language !== undefined && tools.models.bestOf(language.code, language.script) === model;
  const agreement = isOwn ? language.confidence : 0;
  return { model, confidence, agreement, score: confidence * (1 - AGREEMENT_WEIGHT + AGREEMENT_WEIGHT * agreement) };
}

async function readBand(page: PreparedPage, model: string, { recognizer, signal, spending, sampleOf }: ReadingTools) {
  const band = sampleOf(page);
  const { lines } = await recognizer.recognize(band, {
    models: [model],
    layout: 'page',
    signal,
    spending,
  });
  const all = lines.flatMap(({ words }) => words);
  const foreign = all.filter(({ text }) => !/\p{sc=Latn}/u.test(text));
  // Beside Latin print, it is the other script's words that tell its models apart.
  const words = lettersIn(foreign) >= ENOUGH_FOREIGN ? foreign : all;
  return { text: words.map(({ text }) => text).join(' '), confidence: confidenceOfLetters(words) };
}

/** With so many letters in words without a Latin one, a band is in another script, or has a second one. */
const ENOUGH_FOREIGN = 20;

function lettersIn(words: readonly Word[]): number {
  return words.reduce((sum, { text }) => sum + countLetters(text), 0);
}

/** Mean confidence of the words with letters, weighted by them: any model is sure of figures. Zero when there are next to none. */
function confidenceOfLetters(words: readonly Word[]): number {
  const letters = lettersIn(words);
  const sure = words.reduce((sum, word) => sum + lettersIn([word]) * word.confidence, 0);
  return letters < FEWEST_LETTERS ? 0 : sure / letters;
}
