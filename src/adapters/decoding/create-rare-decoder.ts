import type { Limits } from '#domain/limits.ts';
import type { ReadCode } from '#ports/code-reader.ts';
import type { Raster } from '#ports/pages.ts';
import type { DecodingProcess } from './create-decoding-process.ts';
import type { DecodingAnswer, DecodingRequest, InnerFile } from './decoding-messages.ts';

/** Formats beside PDF whose readers can hang, read in the decoding process. All throw `page-timeout` for a file that takes too long. */
export interface RareDecoder {
  /** A picture as one that libvips reads. Throws `image-too-large`, `damaged-image`. */
  picture(bytes: Uint8Array, mediaType: string, pixelLimit: number): Promise<Uint8Array>;
  /** The text of a word processor's paper. Throws `damaged-document`, `archive-too-large`. */
  officeText(bytes: Uint8Array, mediaType: string, limits: Limits): Promise<string>;
  /** The text and the attachments of an e-mail. Throws `damaged-archive`. */
  mail(bytes: Uint8Array, mediaType: string): Promise<readonly InnerFile[]>;
  /** The two-dimensional codes on a grey raster. Throws `damaged-image`. */
  codes(image: Raster): Promise<readonly ReadCode[]>;
}

/** Each question is a turn of its own. */
export function createRareDecoder(decoding: DecodingProcess): RareDecoder {
  const ask = (request: DecodingRequest): Promise<DecodingAnswer> => decoding.turn((put) => put(request));
  return {
    picture: async (bytes, mediaType, pixelLimit) => {
      const answer = await ask({ method: 'picture', mediaType, bytes, pixelLimit });
      if (answer === null || !('picture' in answer)) throw new Error('unexpected answer');
      return answer.picture;
    },
    officeText: async (bytes, mediaType, limits) => {
      const answer = await ask({ method: 'office', mediaType, bytes, limits });
      if (answer === null || !('text' in answer)) throw new Error('unexpected answer');
      return answer.text;
    },
    mail: async (bytes, mediaType) => {
      const answer = await ask({ method: 'mail', mediaType, bytes });
      if (answer === null || !('files' in answer)) throw new Error('unexpected answer');
      return answer.files;
    },
    codes: async (image) => {
      const answer = await ask({ method: 'codes', image });
      if (answer === null || !('codes' in answer)) throw new Error('unexpected answer');
      return answer.codes;
    },
  };
}
