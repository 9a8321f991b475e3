import type { FailureCode } from '#domain/failure.ts';
import type { WantedPicture } from '#ports/page-pictures.ts';

/** To the worker: a page to draw, with its file's bytes if the worker said that it has them not. */
export interface PictureRequest {
  readonly id: number;
  readonly wanted: WantedPicture;
  readonly bytes: Uint8Array | null;
}

/** From the worker. `bytes-needed`: the same once more, with the bytes. */
export type PictureReply =
  | { readonly id: number; readonly outcome: 'drawn'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly outcome: 'no-pixels' | 'bytes-needed' }
  | { readonly id: number; readonly outcome: 'failed'; readonly code: FailureCode };
