import type { FailureCode } from '#domain/failure.ts';
import type { Raster, TextLayer } from '#ports/pages.ts';
import type { EmbeddedScan } from './embedded-scan.ts';

/** A file inside a PDF. */
export interface PdfAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the main thread asks of the PDF thread. `handle` names an open document. */
export type PdfRequest =
  | {
      readonly method: 'open';
      readonly handle: number;
      readonly bytes: Uint8Array;
      readonly passwords: readonly string[];
    }
  | { readonly method: 'attachments'; readonly bytes: Uint8Array }
  | { readonly method: 'textLayer'; readonly handle: number; readonly page: number }
  | { readonly method: 'scan'; readonly handle: number; readonly page: number }
  | { readonly method: 'raster'; readonly handle: number; readonly page: number; readonly maxPixels: number }
  | { readonly method: 'close'; readonly handle: number };

export interface PdfAnswers {
  readonly open: { readonly pageCount: number };
  readonly textLayer: TextLayer | null;
  readonly scan: EmbeddedScan | null;
  readonly raster: Raster;
  readonly attachments: { readonly attachments: readonly PdfAttachment[] };
  readonly close: null;
}

export type PdfAnswer = PdfAnswers[keyof PdfAnswers];

/** An envelope in each direction; answers carry the number of their question. */
export interface PdfQuestion {
  readonly id: number;
  readonly request: PdfRequest;
}
export type PdfReply =
  | { readonly id: number; readonly ok: true; readonly answer: PdfAnswer }
  | { readonly id: number; readonly ok: false; readonly code: FailureCode; readonly detail: string };
