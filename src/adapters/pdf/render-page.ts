import type { PDFiumDocument } from '@hyzyla/pdfium';
import { LiasseFailure } from '#domain/failure.ts';
import type { Raster } from '#ports/pages.ts';

/** 200 dots an inch is what the recogniser reads best for its time; a page box of metres is bounded by the pixel cap. */
const RENDER_SCALE = 200 / 72;

/** Pixels of a side at most: a page box may be as long as it likes and as thin as a hair. */
const LONGEST_SIDE = 16_000;

/** Draws a page with all that stands on it, filled form fields included; `number` from 1. Throws `damaged-pdf` for a page without area. */
export async function renderPage(document: PDFiumDocument, number: number, maxPixels: number): Promise<Raster> {
  const page = document.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(
    RENDER_SCALE,
    Math.sqrt(maxPixels / Math.max(originalWidth * originalHeight, 1)),
    LONGEST_SIDE / Math.max(originalWidth, originalHeight, 1),
  );
  const { width, height, data } = await page.render({
    scale,
    render: 'bitmap',
    colorSpace: 'BGRA',
    renderFormFields: true,
  });
  // PDFium gives a page that it can't make out no area; so does a box as thin as a hair.
  if (width < 1 || height < 1) throw new LiasseFailure('damaged-pdf', 'a page without area');
  return withoutAlpha(data, width, height);
}

/** RGB, or grey when no pixel has a colour. What is asked for as BGRA comes as RGBA: the binding has PDFium reverse the order. */
function withoutAlpha(data: Uint8Array, width: number, height: number): Raster {
  const count = width * height;
  let isGrey = true;
  for (let index = 0; isGrey && index < count * 4; index += 4) {
    const [red = 0, green = 0, blue = 0] = [data[index], data[index + 1], data[index + 2]];
    isGrey = Math.abs(red - green) < 12 && Math.abs(green - blue) < 12;
  }
  const channels = isGrey ? 1 : 3;
  const pixels = new Uint8Array(count * channels);
  for (let index = 0; index < count; index += 1) {
    if (isGrey) pixels[index] = data[index * 4 + 1] ?? 255;
    else {
      pixels[index * 3] = data[index * 4] ?? 255;
      pixels[index * 3 + 1] = data[index * 4 + 1] ?? 255;
      pixels[index * 3 + 2] = data[index * 4 + 2] ?? 255;
    }
  }
  return { width, height, channels, pixels };
}
