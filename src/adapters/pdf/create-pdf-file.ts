import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { LiasseFailure } from '#domain/failure.ts';
import type { Raster, TextLayer } from '#ports/pages.ts';
import type { TextReader } from './create-text-reader.ts';
import { createScanFinder, type EmbeddedScan } from './embedded-scan.ts';
import { renderPage } from './render-page.ts';

/** One open file, behind which three libraries share the work; each is started by the first page that needs it. */
export interface PdfFile {
  readonly pageCount: number;
  textLayer(page: number): Promise<TextLayer | null>;
  /** The page's scan as it is stored, when the page is nothing else. */
  scan(page: number): EmbeddedScan | null;
  raster(page: number, maxPixels: number): Promise<Raster>;
  close(): Promise<void>;
}

let library: Promise<PDFiumLibrary> | undefined;

/**
 * Opens a file, trying the passwords in turn. pdf.js reads text, PDFium draws; a file whose structure shows nothing but scans needs neither.
 * Throws `encrypted-pdf`, `damaged-pdf`.
 */
export async function createPdfFile(bytes: Uint8Array, passwords: readonly string[]): Promise<PdfFile> {
  const scans = await createScanFinder(bytes);
  let unlocked = scans.pageCount === undefined ? await openText(bytes, passwords) : undefined;
  let drawing: PDFiumDocument | undefined;

  async function drawn(): Promise<PDFiumDocument> {
    library ??= PDFiumLibrary.init();
    try {
      drawing ??= await (await library).loadDocument(bytes, unlocked?.password ?? '');
    } catch (error) {
      throw new LiasseFailure('damaged-pdf', 'PDFium', { cause: error });
    }
    return drawing;
  }

  // Some files that pdf.js refuses PDFium still opens; then their pages are read by their pixels.
  const pageCount = scans.pageCount ?? unlocked?.text?.pageCount ?? (await drawn()).getPageCount();
  if (pageCount === 0) throw new LiasseFailure('damaged-pdf', 'no page');
  return {
    pageCount,
    textLayer: async (page) => {
      if (scans.find(page) !== null) return null;
      unlocked ??= await openText(bytes, passwords);
      return (await unlocked.text?.textLayer(page)) ?? null;
    },
    scan: (page) => scans.find(page),
    raster: async (page, maxPixels) => renderPage(await drawn(), page, maxPixels),
    close: async () => {
      drawing?.destroy();
      await unlocked?.text?.close();
    },
  };
}

interface Unlocked {
  /** Undefined when pdf.js can't read the file. */
  readonly text: TextReader | undefined;
  readonly password: string;
}

/** Throws `encrypted-pdf` when no password fits. */
async function openText(bytes: Uint8Array, passwords: readonly string[]): Promise<Unlocked> {
  // pdf.js takes a third of a second to load, which a folder of scans never needs.
  const { createTextReader } = await import('./create-text-reader.ts');
  let isLocked = false;
  for (const password of ['', ...passwords]) {
    try {
      return { text: await createTextReader(bytes, password), password };
    } catch (error) {
      isLocked = error instanceof Error && error.name === 'PasswordException';
      if (!isLocked) break;
    }
  }
  if (isLocked) throw new LiasseFailure('encrypted-pdf', 'no password fits');
  return { text: undefined, password: '' };
}
