import { foldText } from '#text/fold-text.ts';
import type { TextLine } from './text-line.ts';

/** A label on the page, and the texts that may be its value: the rest of its line, else the line below it. */
export interface LabelledText {
  readonly at: TextLine;
  readonly value: string;
}

/** Candidates for a label, best label first (labels are listed best first), then in reading order. */
export function findLabelledTexts(lines: readonly TextLine[], labels: readonly string[]): LabelledText[] {
  return labels.map(foldText).flatMap((label) => lines.flatMap((line, at) => candidatesAt(lines, line, at, label)));
}

function candidatesAt(lines: readonly TextLine[], line: TextLine, at: number, label: string): LabelledText[] {
  const rest = textAfter(line, label);
  if (rest === undefined) return [];
  if (/[\p{L}\p{N}]/u.test(rest)) return [{ at: line, value: rest }];
  const below = lines.slice(at + 1, at + 4).find((other) => other.page === line.page && overlaps(other, line));
  return below === undefined ? [] : [{ at: below, value: below.text }];
}

/** The printed words after the label; labels stand at the head of a line or after a bilingual slash. */
function textAfter(line: TextLine, label: string): string | undefined {
  const words = line.line.words.map((word) => word.text);
  const size = label.split(' ').length;
  for (let start = 0; start + size <= words.length && start < 8; start += 1) {
    const printed = foldText(words.slice(start, start + size).join(' ')).replace(/[\s:.*]+$/, '');
    if (printed === label.replace(/[\s:.*]+$/, ''))
      return words
        .slice(start + size)
        .join(' ')
        .replace(/^[\s:./–-]+/, '');
  }
  return undefined;
}

function overlaps(a: TextLine, b: TextLine): boolean {
  const [ax, , aw] = a.line.box;
  const [bx, , bw] = b.line.box;
  return ax < bx + bw && bx < ax + aw;
}
