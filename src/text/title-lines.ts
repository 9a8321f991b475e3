import type { DocumentPage, Line } from '#domain/page-reading.ts';
import { lineText } from './line-text.ts';

/** The reading of a line as a possible heading of its page. */
export interface TitleLine {
  /** 0..1: how much it stands like a title (high on the page, larger than the rest, short, capitals, centred). */
  readonly standing: number;
  /** Letters and digits on the line. */
  readonly letters: number;
}

/** A heading longer than this is a sentence. */
const TITLE_WORDS = 14;

/** How each line of a page stands as a heading: by place, height against the page's usual line, length, capitals and centring. */
export function titleLines(page: DocumentPage): TitleLine[] {
  const heights = page.lines.map(letterHeight).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const last = page.lines.length;
  return page.lines.map((line, at) =>
    titleLine(line, { usual, position: last < 12 ? line.box[1] : Math.max(line.box[1], at / last) }),
  );
}

function letterHeight(line: Line): number {
  const heights = line.words.map((word) => word.box[3]).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? line.box[3];
}

function titleLine(line: Line, page: { readonly usual: number; readonly position: number }): TitleLine {
  const text = lineText(line);
  const letters = (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
  if (letters < 3 || line.words.length > TITLE_WORDS) return { standing: 0, letters };
  const height = page.usual > 0 ? letterHeight(line) / page.usual : 1;
  const middle = line.box[0] + line.box[2] / 2;
  const upper = (text.match(/\p{Lu}/gu) ?? []).length;
  const lower = (text.match(/\p{Ll}/gu) ?? []).length;
  const isCapitals = upper >= 4 && upper > 4 * lower;
  const score =
    (page.position < 0.45 ? 0.35 : Math.max(0, 0.35 - (page.position - 0.45))) +
    Math.min(0.35, Math.max(0, (height - 1.05) * 0.7)) +
    (isCapitals ? 0.2 : 0) +
    (Math.abs(middle - 0.5) < 0.06 && line.box[2] < 0.7 ? 0.1 : 0) +
    (line.words.length <= 7 ? 0.1 : 0);
  return { standing: Math.min(1, score), letters };
}
