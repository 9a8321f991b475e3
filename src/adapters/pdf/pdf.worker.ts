import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
  Util,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type FailureCode, LiasseFailure } from '#domain/failure.ts';
import type { Raster, TextLayer } from '#ports/pages.ts';
import type { PdfAnswer, PdfQuestion, PdfReply, PdfRequest } from './pdf-messages.ts';
import { linesOfRuns, type TextRun } from './text-lines.ts';

/** 200 dots an inch is what the recogniser reads best for its time; a page box of metres is bounded by the pixel cap. */
const RENDER_SCALE = 200 / 72;
/** Share of the page an image must cover for the page to count as a scan. */
const SCAN_SHARE = 0.6;

interface OpenPdf {
  /** Undefined when only PDFium could open the file: then it is read by its pixels. */
  readonly js: PDFDocumentProxy | undefined;
  readonly bytes: Uint8Array;
  readonly password: string;
  pdfium: Awaited<ReturnType<PDFiumLibrary['loadDocument']>> | undefined;
}

const open = new Map<number, OpenPdf>();
let library: Promise<PDFiumLibrary> | undefined;
const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

const port = parentPort;
port?.on('message', async ({ id, request }: PdfQuestion) => {
  const reply = await answer(request).then(
    (value): PdfReply => ({ id, ok: true, answer: value }),
    (error): PdfReply => ({
      id,
      ok: false,
      code: codeOf(error),
      detail: error instanceof Error ? error.name : 'unknown',
    }),
  );
  port.postMessage(reply);
});

function answer(request: PdfRequest): Promise<PdfAnswer> {
  switch (request.method) {
    case 'open':
      return openPdf(request.handle, request.bytes, request.passwords);
    case 'textLayer':
      return readTextLayer(request.handle, request.page);
    case 'raster':
      return renderPage(request.handle, request.page, request.maxPixels);
    case 'close':
      return closePdf(request.handle);
  }
}

async function openPdf(
  handle: number,
  bytes: Uint8Array,
  passwords: readonly string[],
): Promise<{ pageCount: number }> {
  let lastError: unknown;
  for (const password of ['', ...passwords]) {
    try {
      // pdf.js takes its bytes over; ours stay for PDFium.
      const js = await getDocument({
        data: bytes.slice(),
        password,
        verbosity: VerbosityLevel.ERRORS,
        useSystemFonts: false,
        standardFontDataUrl: `${join(assets, 'standard_fonts')}/`,
        cMapUrl: `${join(assets, 'cmaps')}/`,
        wasmUrl: `${join(assets, 'wasm')}/`,
      }).promise;
      open.set(handle, { js, bytes, password, pdfium: undefined });
      return { pageCount: js.numPages };
    } catch (error) {
      lastError = error;
      if (codeOf(error) !== 'encrypted-pdf') break;
    }
  }
  if (codeOf(lastError) === 'encrypted-pdf') throw lastError;
  return openByPdfium(handle, bytes);
}

/** Some files that pdf.js refuses PDFium still opens; then their pages are read by their pixels. */
async function openByPdfium(handle: number, bytes: Uint8Array): Promise<{ pageCount: number }> {
  const file: OpenPdf = { js: undefined, bytes, password: '', pdfium: undefined };
  const pdfium = await pdfiumOf(file);
  if (pdfium.getPageCount() === 0) throw new LiasseFailure('damaged-pdf', 'no page');
  open.set(handle, file);
  return { pageCount: pdfium.getPageCount() };
}

async function pdfiumOf(file: OpenPdf) {
  library ??= PDFiumLibrary.init();
  try {
    file.pdfium ??= await (await library).loadDocument(file.bytes, file.password);
  } catch (error) {
    throw new LiasseFailure('damaged-pdf', 'PDFium', { cause: error });
  }
  return file.pdfium;
}

async function readTextLayer(handle: number, number: number): Promise<TextLayer | null> {
  const { js } = fileOf(handle);
  if (js === undefined) return null;
  const page = await js.getPage(number);
  try {
    const viewport = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const runs = items.flatMap((item): TextRun[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , c = 0, d = 0, e = 0, f = 0] = Util.transform(viewport.transform, item.transform).map(Number);
      const height = Math.hypot(c, d);
      return [{ text: item.str, x: e, y: f - height, width: item.width, height, isRightToLeft: item.dir === 'rtl' }];
    });
    if (runs.length === 0) return null;
    const { width, height } = viewport;
    return {
      width,
      height,
      lines: linesOfRuns(runs, { width, height }),
      coveredByImage: (await imageShare(page)) >= SCAN_SHARE,
    };
  } finally {
    page.cleanup();
  }
}

/** The share of the page that its largest image covers. */
async function imageShare(page: PDFPageProxy): Promise<number> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const stack: number[][] = [];
  let matrix: number[] = [1, 0, 0, 1, 0, 0];
  let largest = 0;
  for (const [index, operator] of fnArray.entries()) {
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore) matrix = stack.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = Util.transform(matrix, argsArray[index]);
    else if (
      operator === OPS.paintImageXObject ||
      operator === OPS.paintInlineImageXObject ||
      operator === OPS.paintImageMaskXObject
    ) {
      const [a = 0, b = 0, c = 0, d = 0] = matrix;
      largest = Math.max(largest, Math.abs(a * d - b * c));
    }
  }
  return largest / (viewport.width * viewport.height);
}

async function renderPage(handle: number, number: number, maxPixels: number): Promise<Raster> {
  const page = (await pdfiumOf(fileOf(handle))).getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(RENDER_SCALE, Math.sqrt(maxPixels / Math.max(originalWidth * originalHeight, 1)));
  const { width, height, data } = await page.render({
    scale,
    render: 'bitmap',
    colorSpace: 'BGRA',
    renderFormFields: true,
  });
  return withoutAlpha(data, width, height);
}

/** BGRA to RGB, or to grey when no pixel has a colour. */
function withoutAlpha(data: Uint8Array, width: number, height: number): Raster {
  const count = width * height;
  let isGrey = true;
  for (let index = 0; isGrey && index < count * 4; index += 4) {
    const [blue = 0, green = 0, red = 0] = [data[index], data[index + 1], data[index + 2]];
    isGrey = Math.abs(red - green) < 12 && Math.abs(green - blue) < 12;
  }
  const channels = isGrey ? 1 : 3;
  const pixels = new Uint8Array(count * channels);
  for (let index = 0; index < count; index += 1) {
    if (isGrey) pixels[index] = data[index * 4 + 1] ?? 255;
    else {
      pixels[index * 3] = data[index * 4 + 2] ?? 255;
      pixels[index * 3 + 1] = data[index * 4 + 1] ?? 255;
      pixels[index * 3 + 2] = data[index * 4] ?? 255;
    }
  }
  return { width, height, channels, pixels };
}

async function closePdf(handle: number): Promise<null> {
  const file = open.get(handle);
  open.delete(handle);
  file?.pdfium?.destroy();
  await file?.js?.loadingTask.destroy();
  return null;
}

function fileOf(handle: number): OpenPdf {
  const file = open.get(handle);
  if (file === undefined) throw new Error('this PDF is not open');
  return file;
}

function codeOf(error: unknown): FailureCode {
  if (error instanceof LiasseFailure) return error.code;
  if (error instanceof Error && error.name === 'PasswordException') return 'encrypted-pdf';
  return 'damaged-pdf';
}
