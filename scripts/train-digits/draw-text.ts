import sharp from 'sharp';

/** Ink from 0 to 1, row by row. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly ink: Float32Array;
}

export interface Lettering {
  readonly font: string;
  readonly language: string;
  readonly isBold: boolean;
  readonly isNumber: boolean;
  /** Points between characters beyond the font's own. */
  readonly spacing: number;
}

/** The text in a font, cut to its ink; undefined when nothing was drawn. A number's characters stand left to right, whatever the script. */
export async function drawText(
  text: string,
  { font, language, isBold, isNumber, spacing }: Lettering,
): Promise<Drawing | undefined> {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const ordered = isNumber ? `\u202d${escaped}\u202c` : escaped;
  const attributes = `lang="${language}" letter_spacing="${Math.round(spacing * 1024)}" weight="${isBold ? 'bold' : 'normal'}"`;
  const markup = `<span ${attributes}>${ordered}</span>`;
  const drawn = await sharp({ text: { text: markup, font: `${font} 72`, dpi: 72 } })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = drawn.info;
  const ink = Float32Array.from(drawn.data, (value) => value / 255);
  return cutToInk({ width, height, ink });
}

function cutToInk({ width, height, ink }: Drawing): Drawing | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let at = 0; at < ink.length; at += 1) {
    if (ink[at]! < 0.3) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  if (right < 0) return undefined;
  const size = { width: right - left + 1, height: bottom - top + 1 };
  const cut = new Float32Array(size.width * size.height);
  for (let y = 0; y < size.height; y += 1)
    cut.set(ink.subarray((top + y) * width + left, (top + y) * width + right + 1), y * size.width);
  return { ...size, ink: cut };
}
