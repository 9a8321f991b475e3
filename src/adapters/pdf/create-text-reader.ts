import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
  Util,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import type { TextLayer } from '#ports/pages.ts';
import { isPrintable } from './is-printable.ts';
import { linesOfRuns } from './text-lines.ts';
import type { TextRun } from './text-run.ts';

/** Share of the page an image must cover for the page to count as a scan. */
const SCAN_SHARE = 0.6;

const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The text of one file. */
export interface TextReader {
  readonly pageCount: number;
  /** The text that a page (from 1) carries, placed on the page as displayed; null when there is none. */
  textLayer(page: number): Promise<TextLayer | null>;
  close(): Promise<void>;
}

/** Opens a file in pdf.js; throws what pdf.js throws (a `PasswordException` for a locked file). */
export async function createTextReader(bytes: Uint8Array, password: string): Promise<TextReader> {
  const document = await getDocument({
    // pdf.js takes its bytes over, and no Buffer; ours stay for the other readers.
    data: new Uint8Array(bytes),
    password,
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    standardFontDataUrl: `${join(assets, 'standard_fonts')}/`,
    cMapUrl: `${join(assets, 'cmaps')}/`,
    wasmUrl: `${join(assets, 'wasm')}/`,
  }).promise;
  return {
    pageCount: document.numPages,
    textLayer: (page) => readTextLayer(document, page),
    close: async () => {
      await document.loadingTask.destroy();
    },
  };
}

async function readTextLayer(js: PDFDocumentProxy, number: number): Promise<TextLayer | null> {
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
    runs.push(...(await filledFields(page)));
    if (runs.length === 0) return null;
    const { width, height } = viewport;
    const lines = linesOfRuns(runs, { width, height });
    if (!isPrintable(lines)) return null;
    return {
      width,
      height,
      lines,
      coveredByImage: (await imageShare(page)) >= SCAN_SHARE,
    };
  } finally {
    page.cleanup();
  }
}

/** Smallest and usual height of a field's letters, in points; a field is often higher than its print. */
const FIELD_HEIGHT = 11;
const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}]/u;
const annotationSchema = z.object({
  subtype: z.string(),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  fieldType: z.string().nullish(),
  fieldValue: z.union([z.string(), z.array(z.string())]).nullish(),
  contentsObj: z.object({ str: z.string() }).nullish(),
  hidden: z.boolean().nullish(),
});

/** What was filled into the form fields of a page and typed over it: no part of its content, and often drawn by the viewer only. */
async function filledFields(page: PDFPageProxy): Promise<TextRun[]> {
  const viewport = page.getViewport({ scale: 1 });
  return (await page.getAnnotations()).flatMap((annotation): TextRun[] => {
    const { data } = annotationSchema.safeParse(annotation);
    if (data === undefined || data.hidden) return [];
    const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(data.rect[0], data.rect[1]).map(Number);
    const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(data.rect[2], data.rect[3]).map(Number);
    const [left, right, top, bottom] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
    const lines = typedText(data).split(/\r\n|\r|\n/);
    const step = Math.min(FIELD_HEIGHT * 1.3, (bottom - top) / lines.length);
    return lines.flatMap((text, index) => {
      if (text.trim() === '') return [];
      const y = top + (bottom - top - step * lines.length) / 2 + step * index;
      const height = Math.min(FIELD_HEIGHT, step);
      // Half a square a letter is near enough: where in the field the print ends is the viewer's choice.
      const width = Math.min(right - left, text.length * height * 0.5);
      return [{ text, x: left, y, width, height, isRightToLeft: RIGHT_TO_LEFT.test(text) }];
    });
  });
}

function typedText(annotation: z.infer<typeof annotationSchema>): string {
  if (annotation.subtype === 'FreeText') return annotation.contentsObj?.str ?? '';
  // Boxes to tick (Btn) hold names of states, signatures (Sig) no text.
  if (annotation.subtype !== 'Widget' || !['Tx', 'Ch'].includes(annotation.fieldType ?? '')) return '';
  const { fieldValue } = annotation;
  return typeof fieldValue === 'string' ? fieldValue : (fieldValue ?? []).join(', ');
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
