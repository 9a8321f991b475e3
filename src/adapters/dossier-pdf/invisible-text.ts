import type { Box } from '#domain/geometry.ts';
import { median } from '#domain/median.ts';
import type { DocumentPage, Line, Word } from '#domain/page-reading.ts';
import { rawPoint } from '#pixels/raw-point.ts';
import { type InvisibleFont, LETTER_WIDTH } from './invisible-font.ts';
import { type Matrix, type Point, throughMatrix, written } from './matrix.ts';
import { isRightToLeft, visualOrder } from './visual-order.ts';

/** A line so many times as high as its words holds something else too: words stand by their own boxes then. */
const TALL = 1.8;

/** Where the shown (not yet turned) page lies: its shape, and the map from its unit square (origin bottom left) to the sheet. */
export interface ShownPage {
  readonly width: number;
  readonly height: number;
  readonly place: Matrix;
}

/**
 * The content that lays what was read over a page, invisible, each word where it stands: also on a page that is askew or was photographed at an angle. `name` is
 * that of the font among the page's resources. Empty when nothing was read.
 */
export function invisibleText(
  { lines, geometry }: Pick<DocumentPage, 'lines' | 'geometry'>,
  shown: ShownPage,
  { font, name }: { readonly font: InvisibleFont; readonly name: string },
): string {
  const onSheet = ([x, y]: Point): Point => {
    const [rawX, rawY] = rawPoint([x, y], shown, geometry);
    return throughMatrix(shown.place, [rawX, 1 - rawY]);
  };
  const words = lines.flatMap((line) =>
    line.words.flatMap((word, index) =>
      wordAt(word, boxIn(line, word), { onSheet, font, isLast: index + 1 === line.words.length }),
    ),
  );
  // Being invisible would outlast the text.
  return words.length === 0 ? '' : `q BT\n/${name} 1 Tf\n3 Tr\n${words.join('\n')}\nET Q\n`;
}

/** Words of a line stand on one height, so that they are one line for those who search. */
function boxIn({ box, words }: Line, word: Word): Box {
  const isTall = box[3] > TALL * median(words.map((one) => one.box[3]));
  return isTall ? word.box : [word.box[0], box[1], word.box[2], box[3]];
}

function wordAt(
  { text }: Word,
  [x, y, width, height]: Box,
  { onSheet, font, isLast }: { onSheet(point: Point): Point; readonly font: InvisibleFont; readonly isLast: boolean },
): string[] {
  const letters = visualOrder(text.normalize('NFC'));
  const [left, right, top] = [onSheet([x, y + height]), onSheet([x + width, y + height]), onSheet([x, y])];
  const long = Math.hypot(right[0] - left[0], right[1] - left[1]);
  const high = Math.hypot(top[0] - left[0], top[1] - left[1]);
  if (letters === '' || long < 0.01 || high < 0.01) return [];
  const across = 1 / (font.count(letters) * LETTER_WIDTH);
  const matrix = [
    (right[0] - left[0]) * across,
    (right[1] - left[1]) * across,
    top[0] - left[0],
    top[1] - left[1],
    left[0],
    left[1],
  ];
  // A space behind a word that runs to the left would stand in front of it.
  const space = isLast || isRightToLeft(text) ? '' : font.encode(' ');
  return [`${written(matrix)} Tm <${font.encode(letters)}${space}> Tj`];
}
