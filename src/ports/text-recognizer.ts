import type { Line } from '#domain/page-reading.ts';
import type { Raster } from './pages.ts';

/** What one pass of a recogniser over one image gave. Boxes are fractions of the image that was handed in. */
export interface Recognition {
  readonly lines: readonly Line[];
  /** Mean word confidence weighted by letters, 0..1; 0 where nothing was read. */
  readonly confidence: number;
}

/** Script and quarter turn of the print, as far as they can be told without reading it. */
export interface Orientation {
  /** Clockwise degrees by which the image must be turned to stand upright. */
  readonly turn: 0 | 90 | 180 | 270;
  readonly turnConfidence: number;
  /** ISO 15924, or null when unsure. */
  readonly script: string | null;
  readonly scriptConfidence: number;
}

/** Reads printed text. Several calls may run at once; the adapter owns the workers. */
export interface TextRecognizer {
  readonly engine: string;
  /** Engine version and the hash of its models: another fingerprint, another reading. */
  readonly fingerprint: string;
  /** Model ids that can be asked for (ISO 639 based names of the engine, e.g. `fra`). */
  readonly models: readonly string[];
  /** Throws `page-timeout`, `recognizer-failed`, `model-missing`, `cancelled`; never returns an empty text for a failure. */
  recognize(image: Raster, options: RecognizeOptions): Promise<Recognition>;
  orientation(image: Raster, signal: AbortSignal): Promise<Orientation | null>;
  close(): Promise<void>;
}

export interface RecognizeOptions {
  /** One or more models, the main one first. */
  readonly models: readonly string[];
  /** `page` finds columns and blocks, `block` takes the image as one block of text, `line` as one line. */
  readonly layout: 'page' | 'block' | 'line';
  readonly signal: AbortSignal;
  /** One for all readings of a page: together they get the time of one. Absent: this reading is alone. */
  readonly spending?: PageSpending;
}

/** The engine's time that a page has used, waiting for an engine not counted. The recogniser adds to it. */
export interface PageSpending {
  spentMs: number;
}
