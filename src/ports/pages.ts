import type { PageSource } from '#domain/artifacts.ts';
import type { Line, PageGeometry } from '#domain/page-reading.ts';

/** Pixels in memory, row by row. One channel is grey (0 black), three are RGB. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly pixels: Uint8Array;
}

/** The text a file carries for a page, placed on the page as displayed (its own rotation applied). */
export interface TextLayer {
  /** Page size in points (1/72 inch). */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** Whether the page also shows a raster that covers most of it: its text layer may be somebody else's OCR, or a stamped line. */
  readonly coveredByImage: boolean;
}

/** One page as it came: its own text, if it carries any, and its pixels. */
export interface PageView {
  textLayer(): Promise<TextLayer | null>;
  /** The page's pixels, EXIF and /Rotate applied, no larger than `maxPixels`; null for a page that is text only (DOCX, e-mail body). */
  raster(options: { readonly maxPixels: number; readonly signal: AbortSignal }): Promise<Raster | null>;
}

/** Finds the pages of the files that are open at the moment. */
export interface PageProvider {
  /** Changes when the same bytes may give other pixels or another text layer (library versions). */
  readonly fingerprint: string;
  view(source: PageSource): Promise<PageView>;
}

/** The page as a reader sees it: straightened, turned and deskewed, with its colours. */
export interface UprightPages {
  readonly fingerprint: string;
  /** Null for a page without pixels. The longer side is at most `maxSide` pixels. */
  image(source: PageSource, geometry: PageGeometry, maxSide: number): Promise<Raster | null>;
}
