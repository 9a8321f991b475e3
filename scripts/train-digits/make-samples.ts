import { cutPieces, cutTouching, joined, type Piece, ruleOf } from '../../src/stages/proofread/numbers/cut-pieces.ts';
import { type Glyph, glyphOf } from '../../src/stages/proofread/numbers/glyph.ts';
import { CLASSES, classOf, LETTERS, OTHER, TAUGHT_SETS } from './digit-sets.ts';
import { drawText, type Lettering } from './draw-text.ts';
import { fontsWith } from './fonts.ts';
import { letterText, numberText, pick, type Random } from './sample-texts.ts';
import { scanBadly } from './scan-badly.ts';

export interface Sample {
  readonly glyph: Glyph;
  /** Index of its class. */
  readonly target: number;
  readonly font: string;
}

const target = (name: string): number => CLASSES.indexOf(name);

/** Pieces of drawn numbers and words with what they are, by the very cutting that pages go through. */
export async function makeSamples(random: Random, numbersOfSet: number, wordsOfScript: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const set of TAUGHT_SETS) {
    // The Western digits of every script's own fonts, and those of the Latin ones.
    const letters = set.id === 'western' ? [set.letter, 'ع', 'क', 'ক', 'አ'] : [set.letter];
    const groups = letters.map((letter) => fontsWith(set.digits + letter));
    for (let count = 0; count < numbersOfSet; count += 1) {
      const font = pick(random, pick(random, groups));
      samples.push(...(await numberSamples(random, set, font)));
    }
  }
  for (const [script, letters] of Object.entries(LETTERS)) {
    const fonts = fontsWith([...letters].slice(0, 12).join(''));
    for (let count = 0; count < wordsOfScript; count += 1)
      samples.push(...(await wordSamples(random, script, pick(random, fonts))));
  }
  return samples;
}

async function pieces(text: string, random: Random, how: Omit<Lettering, 'isBold'>): Promise<Piece[]> {
  const drawing = await drawText(text, { ...how, isBold: random() < 0.25 });
  if (drawing === undefined || drawing.height < 6 || drawing.width > 2_500) return [];
  return cutPieces(await scanBadly(drawing, random));
}

/** Fonts of Urdu, which draw its digits whatever the language. */
const URDU_FONT = /Urdu|Nafees/;

async function numberSamples(random: Random, set: (typeof TAUGHT_SETS)[number], font: string): Promise<Sample[]> {
  const text = numberText(random, set);
  const language = URDU_FONT.test(font) && set.languages.includes('ur') ? 'ur' : pick(random, set.languages);
  // Set tight, digits touch and have to be cut.
  const spacing = random() < 0.25 ? -2 - random() * 12 : 0;
  const found = await pieces(text, random, { font, language, isNumber: true, spacing });
  const rule = ruleOf(found);
  if (rule === undefined) return [];
  const names = [...text].map((one) => classOf(one, set, language));
  const cut = found.length < names.length ? cutTouching(found, rule) : found;
  if (cut.length !== names.length) return [];
  const right = cut.map((piece, at) => ({ glyph: glyphOf(piece, rule), target: target(names[at] ?? OTHER), font }));
  return [
    ...right,
    ...wrongCuts(random, cut).map((piece) => ({ glyph: glyphOf(piece, rule), target: target(OTHER), font })),
  ];
}

/** Two digits taken for one: what the cutting tries and the network has to refuse. */
function wrongCuts(random: Random, found: readonly Piece[]): Piece[] {
  if (found.length < 2 || random() > 0.3) return [];
  const at = Math.floor(random() * (found.length - 1));
  return [joined(found.slice(at, at + 2))];
}

async function wordSamples(random: Random, script: string, font: string): Promise<Sample[]> {
  const language = { Arab: pick(random, ['ar', 'fa', 'ur', 'ps']), Deva: 'hi', Beng: 'bn', Ethi: 'am' }[script] ?? 'en';
  const found = await pieces(letterText(random, script), random, { font, language, isNumber: false, spacing: 0 });
  const rule = ruleOf(found);
  if (rule === undefined) return [];
  const parts = random() < 0.3 ? cutTouching(found, rule) : found;
  return parts.map((piece) => ({ glyph: glyphOf(piece, rule), target: target(OTHER), font }));
}
