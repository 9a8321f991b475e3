import sharp from 'sharp';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import type { OpenedFile } from '#ports/file-opener.ts';
import type { WantedPicture } from '#ports/page-pictures.ts';
import type { Raster } from '#ports/pages.ts';
import { createFileAccess } from '../files/create-file-opener.ts';
import { createUprightPages } from '../upright-pages/create-upright-pages.ts';

/** Files that stay open for the next of their pages. */
const MOST_OPEN = 3;
const UNTURNED = { turned: 0, skewDegrees: 0, quad: null } as const;
/** Small pictures are made from fewer dots; none is made from fewer than it takes to read print. */
const FEWEST_PIXELS = 1_500_000;
const MOST_PIXELS = 9_000_000;
/** A page is about half again as high as wide, and what shrinks to the half stays sharp. */
const PIXELS_BY_WIDTH = 3;
const QUALITY = 80;

/** Opens files and draws their pages, upright, as WebP. */
export interface PicturePress {
  /** `bytes-needed`: the file is not open, and no bytes were given. Throws what opening and decoding throw. */
  draw(
    wanted: WantedPicture,
    bytes: Uint8Array | null,
  ): Promise<Uint8Array<ArrayBuffer> | 'no-pixels' | 'bytes-needed'>;
  close(): Promise<void>;
}

export function createPicturePress(): PicturePress {
  const access = createFileAccess({ limits: DEFAULT_LIMITS, passwords: [] });
  const open = new Map<string, OpenedFile>();

  /** The oldest make room. */
  async function keepOpen(sha256: string, file: OpenedFile): Promise<void> {
    open.set(sha256, file);
    for (const [oldest, other] of [...open].slice(0, -MOST_OPEN)) {
      open.delete(oldest);
      await other.close();
    }
  }

  async function isOpen({ sha256, mediaType }: WantedPicture, bytes: Uint8Array | null): Promise<boolean> {
    const known = open.get(sha256);
    if (known !== undefined) {
      // It is the newest now.
      open.delete(sha256);
      open.set(sha256, known);
      return true;
    }
    if (bytes === null) return false;
    const part = { name: '', sha256, mediaType, sizeBytes: bytes.length, bytes: () => Promise.resolve(bytes) };
    await keepOpen(sha256, await access.open(part, new AbortController().signal));
    return true;
  }

  return {
    draw: async (wanted, bytes) => {
      if (!(await isOpen(wanted, bytes))) return 'bytes-needed';
      const { sha256, mediaType, page, geometry, width } = wanted;
      const maxPixels = Math.min(MOST_PIXELS, Math.max(FEWEST_PIXELS, width * width * PIXELS_BY_WIDTH));
      const upright = createUprightPages(access, maxPixels);
      const raster = await upright.image({ sha256, mediaType, page }, geometry ?? UNTURNED, 2 * width);
      return raster === null ? 'no-pixels' : asWebp(raster, width);
    },
    close: async () => {
      for (const file of open.values()) await file.close();
      open.clear();
      await access.stop();
    },
  };
}

async function asWebp(
  { pixels, width, height, channels }: Raster,
  wantedWidth: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await sharp(pixels, { raw: { width, height, channels } })
    .resize({ width: wantedWidth, withoutEnlargement: true })
    .webp({ quality: QUALITY, effort: 2 })
    .toBuffer();
  return Uint8Array.from(drawn);
}
