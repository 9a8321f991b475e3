import { afterAll, describe, expect, it } from 'vitest';
import { createDecodingProcess, type DecodingProcess } from '#adapters/decoding/create-decoding-process.ts';
import { createImageDecoder, type ImageDecoder } from '#adapters/decoding/create-image-decoder.ts';
import { createPdfDecoder, type PdfDecoder } from '#adapters/pdf/create-pdf-decoder.ts';
import { openPdf } from '#adapters/pdf/open-pdf.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import { onePage, rawPdf, rawStream } from '../../support/raw-pdf.ts';

const MAX_PIXELS = 1_000_000;
const processes: DecodingProcess[] = [];
afterAll(() => Promise.all(processes.map((one) => one.stop())));

function decoderWith(timeoutMs: number = DEFAULT_LIMITS.decodeTimeoutMs, memoryBytes = DEFAULT_LIMITS.decodeBytes) {
  const decoding = createDecodingProcess({ timeoutMs, memoryBytes });
  processes.push(decoding);
  return { ...createPdfDecoder(decoding), decode: createImageDecoder(decoding).decode };
}
const OPTIONS = { passwords: [], image: { pixelLimit: DEFAULT_LIMITS.imagePixels, timeoutMs: 15_000 } };

/** What came of the first page: `read`, or the code it failed with. */
async function outcomeOf(bytes: Uint8Array, decoder: PdfDecoder & Pick<ImageDecoder, 'decode'>): Promise<string> {
  try {
    const file = await openPdf(bytes, OPTIONS, decoder);
    const page = file.page(1);
    await page.textLayer();
    const raster = await page.raster({ maxPixels: MAX_PIXELS, signal: new AbortController().signal });
    await file.close();
    return raster === null || raster.pixels.length === 0 ? 'no pixels' : 'read';
  } catch (error) {
    return error instanceof LiasseFailure ? error.code : String(error);
  }
}

const patient = decoderWith();
/** Long enough for the libraries to load in a process of a busy machine; the hostile page would take hours. */
const IMPATIENT_MS = 7_000;
const plainPage = onePage('0 0 200 200');

/** Each form draws the next ten times: ten levels make ten thousand million rectangles out of two kilobytes. */
function laughingPage(): Uint8Array {
  const levels = 10;
  const ten = '/X Do '.repeat(10);
  const forms = Array.from({ length: levels }, (_, level) =>
    rawStream(
      level === levels - 1 ? '0 0 200 200 re f' : ten,
      `/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /X ${level + 6} 0 R >> >>`,
    ),
  );
  return onePage('0 0 200 200', rawStream(ten), forms);
}

describe('a page box', () => {
  it.each([
    ['of 14400 points', '0 0 14400 14400'],
    ['of no size', '0 0 0 0'],
    ['turned inside out', '200 200 0 0'],
    ['longer than any paper and as thin as a hair', '0 0 100000000 0.01'],
    ['of numbers beyond all numbers', '0 0 1e400 1e400'],
    ['of words', '/a /b /c /d'],
  ])('%s gives a page or a typed error', async (_, box) => {
    expect(await outcomeOf(onePage(box), patient)).toMatch(/^(read|damaged-pdf)$/);
  });
});

describe('a page tree', () => {
  const tree = (pages: string, ...more: string[]) => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', pages, ...more]);
  it.each([
    ['that is its own child', tree('<< /Type /Pages /Kids [2 0 R] /Count 1 >>')],
    [
      'of two that are each other’s child',
      tree('<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'),
    ],
    ['that promises a thousand million pages', tree('<< /Type /Pages /Kids [] /Count 1000000000 >>')],
    ['of less than no page', tree('<< /Type /Pages /Kids [] /Count -1 >>')],
    ['five thousand levels deep', tree(...chain(5_000))],
  ])('%s gives a page or a typed error', async (_, bytes) => {
    expect(await outcomeOf(bytes, patient)).toMatch(/^(read|damaged-pdf|page-timeout)$/);
  });

  function chain(levels: number): [string, ...string[]] {
    const knots = Array.from({ length: levels }, (_, level) => `<< /Type /Pages /Kids [${level + 3} 0 R] /Count 1 >>`);
    return ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>', ...knots.slice(1), '<< /Type /Page /MediaBox [0 0 9 9] >>'];
  }
});

describe('a page that works without end', () => {
  it('is told by the time it takes', async () => {
    // No file opens within a millisecond.
    expect(await outcomeOf(plainPage, decoderWith(1))).toBe('page-timeout');
  });

  it('is given up and takes no other file with it, asked before or after', async () => {
    const decoder = decoderWith(IMPATIENT_MS);
    const before = await openPdf(plainPage, OPTIONS, decoder);
    const raster = () => before.page(1).raster({ maxPixels: MAX_PIXELS, signal: new AbortController().signal });
    const outcomes = await Promise.all([
      outcomeOf(laughingPage(), decoder),
      raster().then(() => 'read'),
      outcomeOf(plainPage, decoder),
    ]);
    // Whichever limit it meets first, on this machine: time or memory.
    expect(outcomes[0]).toMatch(/^(page-timeout|damaged-pdf)$/);
    expect(outcomes.slice(1)).toEqual(['read', 'read']);
    expect((await raster())?.pixels.length).toBeGreaterThan(0);
  }, 40_000);
});

describe('a stream that unpacks to a thousand times its size', () => {
  const spaces = Buffer.alloc(24 * 1024 * 1024, ' ');

  it.each([1, 2])('packed %i times does not fill the memory', async (times) => {
    const bytes = onePage('0 0 200 200', rawStream(spaces, '', times));
    const before = process.memoryUsage.rss();
    expect(await outcomeOf(bytes, patient)).toMatch(/^(read|damaged-pdf|page-timeout)$/);
    expect(process.memoryUsage.rss() - before).toBeLessThan(1_000_000_000);
  });

  it('ends the process when it does, and its file fails alone', async () => {
    const decoder = decoderWith(DEFAULT_LIMITS.decodeTimeoutMs, 4 * 1024 * 1024);
    expect(await outcomeOf(onePage('0 0 200 200', rawStream(spaces)), decoder)).toBe('damaged-pdf');
    expect(await outcomeOf(plainPage, patient)).toBe('read');
  });
});
