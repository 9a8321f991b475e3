import type { PageGeometry } from '#domain/page-reading.ts';

/** Which page, of which bytes, how wide. */
export interface WantedPicture {
  readonly sha256: string;
  readonly mediaType: string;
  /** 1-based, within the file. */
  readonly page: number;
  /** How reading found the page to stand; null where it was not read. */
  readonly geometry: PageGeometry | null;
  /** In pixels; a page with fewer stays as it is. */
  readonly width: number;
}

export interface PagePicture {
  readonly mediaType: 'image/webp';
  readonly bytes: Uint8Array;
}

/** Pages as pictures for the eye, upright. */
export interface PagePictures {
  /** Changes when the same page may look otherwise. */
  readonly fingerprint: string;
  /** Null for a page without pixels. `original` is asked for the bytes when they are needed. Throws why the file can't be opened. */
  picture(wanted: WantedPicture, original: () => Promise<Uint8Array>): Promise<PagePicture | null>;
  close(): Promise<void>;
}
