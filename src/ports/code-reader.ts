import type { CodeSymbology } from '#domain/page-reading.ts';
import type { Raster } from './pages.ts';

/** What a two-dimensional code says: its bytes as Latin-1 text, so that nothing is lost, and as the text its writer meant. */
export interface ReadCode {
  readonly symbology: CodeSymbology;
  /** One letter a byte (Latin-1), control characters included. */
  readonly bytes: string;
  /** The bytes in the character set that the code names, or the likeliest. */
  readonly text: string;
  /** Corners on the image that was handed in, pixels, in order around the code. */
  readonly corners: readonly (readonly [x: number, y: number])[];
}

/** Reads QR, Data Matrix (2D-Doc) and Aztec codes, however they are turned. */
export interface CodeReader {
  /** Another fingerprint, maybe another reading. */
  readonly fingerprint: string;
  /** All codes on a grey raster. Throws `page-timeout`, `damaged-image` when the reader gives up; no code is an empty list. */
  readCodes(image: Raster): Promise<readonly ReadCode[]>;
}
