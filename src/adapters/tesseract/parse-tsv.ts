import { type Box, unionOfBoxes } from '#domain/geometry.ts';
import type { Word } from '#domain/page-reading.ts';
import type { Recognition } from '#ports/text-recognizer.ts';

/** Levels of the engine's table: 1 page, 2 block, 3 paragraph, 4 line, 5 word. */
const LINE = 4;
const WORD = 5;

/**
 * The engine's tab-separated table as lines of words, boxes as fractions of the image. Words of right-to-left lines come in logical order
 * already. The table is half as dear as the engine's JSON, which lists every letter with its alternatives.
 */
export function parseTsv(tsv: string, image: { readonly width: number; readonly height: number }): Recognition {
  const lines: { block: number; box: Box; words: Word[] }[] = [];
  let block = -1;
  let paragraph = '';
  let letters = 0;
  let weighted = 0;
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    const level = Number(cells[0]);
    if (level !== LINE && level !== WORD) continue;
    const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = cells.slice(6, 11).map(numberOf);
    const box: Box = [left / image.width, top / image.height, width / image.width, height / image.height];
    if (level === LINE) {
      const here = `${cells[2]}.${cells[3]}`;
      if (here !== paragraph) block += 1;
      paragraph = here;
      lines.push({ block, box, words: [] });
      continue;
    }
    const text = (cells[11] ?? '').normalize('NFC').trim();
    if (text === '') continue;
    const certainty = Math.min(1, Math.max(0, confidence / 100));
    lines.at(-1)?.words.push({ text, box, confidence: Math.round(certainty * 1000) / 1000 });
    letters += text.length;
    weighted += text.length * certainty;
  }
  const filled = lines
    .filter((line) => line.words.length > 0)
    .map((line) => ({ ...line, words: joinUnspaced(line.words) }));
  return { lines: filled, confidence: letters === 0 ? 0 : weighted / letters };
}

/** A cell that is no number says nothing. */
function numberOf(cell: string): number {
  const value = Number(cell);
  return Number.isFinite(value) ? value : 0;
}

/** Scripts that set no space between words; the engine makes a word of every few signs. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{N}，。、：；（）《》“”—·-]+$/u;
const HAS_UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Neighbours in an unspaced script become one word, so that phrases and dates can be found in them. */
function joinUnspaced(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const isNear = last !== undefined && word.box[0] - (last.box[0] + last.box[2]) < Math.max(word.box[3], last.box[3]);
    const belongs =
      last !== undefined &&
      UNSPACED.test(last.text) &&
      UNSPACED.test(word.text) &&
      HAS_UNSPACED.test(last.text + word.text);
    if (last === undefined || !isNear || !belongs) {
      joined.push(word);
      continue;
    }
    const letters = [last.text.length, word.text.length] as const;
    const confidence = (last.confidence * letters[0] + word.confidence * letters[1]) / (letters[0] + letters[1]);
    const box = unionOfBoxes([last.box, word.box]) ?? last.box;
    joined[joined.length - 1] = { text: last.text + word.text, box, confidence: Math.round(confidence * 1000) / 1000 };
  }
  return joined;
}
