import type { FailureCode } from '#domain/failure.ts';
import type { Limits } from '#domain/limits.ts';
import type { ReadCode } from '#ports/code-reader.ts';
import type { Raster, TextLayer } from '#ports/pages.ts';
import type { DecodeOptions } from '../images/decode-image.ts';
import type { ImageHeader } from '../images/read-header.ts';
import type { EmbeddedScan } from '../pdf/embedded-scan.ts';

/** A file inside another one. */
export interface InnerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is asked about a PDF; `handle` names an open one. */
export type PdfRequest =
  | {
      readonly method: 'open';
      readonly handle: number;
      readonly bytes: Uint8Array;
      readonly passwords: readonly string[];
    }
  | { readonly method: 'textLayer'; readonly handle: number; readonly page: number }
  | { readonly method: 'scan'; readonly handle: number; readonly page: number }
  | { readonly method: 'raster'; readonly handle: number; readonly page: number; readonly maxPixels: number }
  | { readonly method: 'close'; readonly handle: number };

/** What is asked of the decoding process. All but the questions about open PDF files stand for themselves. */
export type DecodingRequest =
  | PdfRequest
  | { readonly method: 'attachments'; readonly bytes: Uint8Array }
  /** A picture in a format that libvips does not read, as one that it reads. */
  | { readonly method: 'picture'; readonly mediaType: string; readonly bytes: Uint8Array; readonly pixelLimit: number }
  /** A picture that libvips reads. */
  | { readonly method: 'imageHeader'; readonly bytes: Uint8Array }
  | { readonly method: 'image'; readonly bytes: Uint8Array; readonly options: DecodeOptions }
  | { readonly method: 'office'; readonly mediaType: string; readonly bytes: Uint8Array; readonly limits: Limits }
  | { readonly method: 'mail'; readonly mediaType: string; readonly bytes: Uint8Array }
  /** The two-dimensional codes on a grey raster. */
  | { readonly method: 'codes'; readonly image: Raster };

export interface DecodingAnswers {
  readonly open: { readonly pageCount: number };
  readonly textLayer: TextLayer | null;
  readonly scan: EmbeddedScan | null;
  readonly raster: Raster;
  readonly attachments: { readonly files: readonly InnerFile[] };
  readonly close: null;
  readonly picture: { readonly picture: Uint8Array };
  readonly imageHeader: ImageHeader;
  readonly image: Raster;
  readonly office: { readonly text: string };
  readonly mail: { readonly files: readonly InnerFile[] };
  readonly codes: { readonly codes: readonly ReadCode[] };
}
export type DecodingAnswer = DecodingAnswers[keyof DecodingAnswers];

/** An envelope in each direction; answers carry the number of their question. */
export interface DecodingQuestion {
  readonly id: number;
  readonly request: DecodingRequest;
}

/** `kind: ready` comes first, once; then one reply to each question. */
export type DecodingReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: DecodingAnswer }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: FailureCode;
      readonly detail: string;
      /** A compiled library stopped in the middle of its work: it is of no use to other files. */
      readonly isBroken: boolean;
    };

/** What a decoder's crash says about its file, by what was asked. */
export const CRASH_CODES = {
  open: 'damaged-pdf',
  textLayer: 'damaged-pdf',
  scan: 'damaged-pdf',
  raster: 'damaged-pdf',
  attachments: 'damaged-pdf',
  close: 'damaged-pdf',
  picture: 'damaged-image',
  imageHeader: 'damaged-image',
  image: 'damaged-image',
  office: 'damaged-document',
  mail: 'damaged-archive',
  codes: 'damaged-image',
} as const satisfies Record<DecodingRequest['method'], FailureCode>;
