import type { Raster } from '#ports/pages.ts';
import type { DecodeOptions } from '../images/decode-image.ts';
import type { ImageHeader } from '../images/read-header.ts';
import type { DecodingProcess } from './create-decoding-process.ts';

/** Pictures, decoded in the decoding process: libvips and what it reads with are native code, and every byte of a picture is its sender's. */
export interface ImageDecoder {
  /** Throws `damaged-image`, `page-timeout`. */
  header(bytes: Uint8Array): Promise<ImageHeader>;
  /** Throws `damaged-image`, `page-timeout`. */
  decode(bytes: Uint8Array, options: DecodeOptions): Promise<Raster>;
}

/** Each question is a turn of its own and brings its bytes: whatever happened to the process before, it can be answered. */
export function createImageDecoder(decoding: DecodingProcess): ImageDecoder {
  return {
    header: async (bytes) => {
      const answer = await decoding.turn((ask) => ask({ method: 'imageHeader', bytes }));
      if (answer === null || !('frames' in answer)) throw new Error('unexpected answer');
      return answer;
    },
    decode: async (bytes, options) => {
      const answer = await decoding.turn((ask) => ask({ method: 'image', bytes, options }));
      if (answer === null || !('pixels' in answer)) throw new Error('unexpected answer');
      return answer;
    },
  };
}
