import { asFailure } from '#domain/failure.ts';
import { unionOfBoxes } from '#domain/geometry.ts';
import type { Line, PageReading } from '#domain/page-reading.ts';
import { crop } from '#pixels/crop.ts';
import { flattenLight } from '#pixels/flatten-light.ts';
import { toGrey } from '#pixels/to-grey.ts';
import type { Raster } from '#ports/pages.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';
import { lineText } from '#text/line-text.ts';

/** So many fillers in a row stand in the machine-readable lines of passports and cards only. */
const FILLERS = /[<«‹≤]{5,}/;
const OTHER_LETTER = /(?!\p{sc=Latn})\p{L}/u;
/** White around the lines, in their own height. */
const MARGIN = 0.8;

export interface MachineLineReader {
  readonly recognizer: TextRecognizer;
  readonly signal: AbortSignal;
  /** Models that know the plain Latin alphabet, best first. */
  readonly models: readonly string[];
  /** The page upright; fetched only when there is something to read. */
  readonly image: () => Promise<Raster | null>;
}

/** A page whose machine-readable lines were read in letters they are never printed in: those lines are read once more, in Latin ones. */
export async function readMachineLines(page: PageReading, reader: MachineLineReader): Promise<PageReading> {
  const lines = page.source === 'ocr' ? page.lines.filter(isMachineLine) : [];
  const model = reader.models.find((one) => reader.recognizer.models.includes(one));
  const band = unionOfBoxes(lines.map(({ box }) => box));
  if (model === undefined || band === undefined || !lines.some((line) => OTHER_LETTER.test(lineText(line))))
    return page;
  const height = Math.max(...lines.map(({ box }) => box[3]));
  const top = Math.max(0, band[1] - MARGIN * height);
  const area = { top, height: Math.min(1, band[1] + band[3] + MARGIN * height) - top };
  const read = await readBand(area, model, reader);
  if (!read.some(isMachineLine)) return page;
  const at = page.lines.findIndex((line) => lines.includes(line));
  return { ...page, lines: page.lines.filter((line) => !lines.includes(line)).toSpliced(at, 0, ...read) };
}

function isMachineLine(line: Line): boolean {
  return FILLERS.test(lineText(line).replaceAll(' ', ''));
}

/** The lines of a band over the whole width, from `top` on, as shares of the page; none when it can't be read. */
async function readBand(
  { top, height }: { readonly top: number; readonly height: number },
  model: string,
  { recognizer, image, signal }: MachineLineReader,
): Promise<Line[]> {
  try {
    const whole = await image();
    if (whole === null) return [];
    const area = { left: 0, top: top * whole.height, width: whole.width, height: height * whole.height };
    const band = flattenLight(toGrey(crop(whole, area)));
    const { lines } = await recognizer.recognize(band, { models: [model], layout: 'block', signal });
    const onPage = <Part extends Pick<Line, 'box'>>(part: Part): Part => {
      const [x, y, w, h] = part.box;
      return { ...part, box: [x, top + y * height, w, h * height] };
    };
    return lines.map((line) => onPage({ ...line, words: line.words.map(onPage) }));
  } catch (error) {
    // The first reading is worth keeping.
    if (asFailure(error).code === 'cancelled') throw error;
    return [];
  }
}
