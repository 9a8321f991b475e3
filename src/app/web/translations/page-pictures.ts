import { createFileAccess, type FileAccess } from '#adapters/files/create-file-opener.ts';
import { drawPage } from '#adapters/pictures/draw-page.ts';
import { createUprightPages } from '#adapters/upright-pages/create-upright-pages.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import type { PageGeometry } from '#domain/page-reading.ts';
import type { FilePart } from '#ports/file-opener.ts';

/** The longer side, in pixels: small print can be read, and a page is some hundred kilobytes. */
const SIDE = 1_800;
const IDLE_MS = 60_000;
const KEPT = 24;

/** Draws pages of files as JPEG, upright; what was drawn last is kept for a moment, in memory only. */
export interface PagePictures {
  /** Throws `not-found` for a page that is text only. */
  draw(part: FilePart, page: number, geometry: PageGeometry): Promise<Buffer>;
}

/** The process that decodes files is started by the first picture, and ends when nobody asks for one for a minute. */
export function createPagePictures(): PagePictures {
  const kept = new Map<string, Buffer>();
  let access: FileAccess | undefined;
  let users = 0;
  let timer: NodeJS.Timeout | undefined;

  const stop = (): void => {
    const idle = access;
    access = undefined;
    kept.clear();
    void idle?.stop();
  };
  const drawWith = async (open: FileAccess, part: FilePart, { page, geometry }: Wanted): Promise<Buffer> => {
    const file = await open.open(part, new AbortController().signal);
    try {
      const source = { sha256: part.sha256, mediaType: part.mediaType, page };
      const image = await createUprightPages(open).image(source, geometry, SIDE);
      if (image === null) throw new LiasseFailure('not-found');
      return await drawPage(image);
    } finally {
      await file.close();
    }
  };
  return {
    draw: async (part, page, geometry) => {
      const key = `${part.sha256} ${page} ${JSON.stringify(geometry)}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      clearTimeout(timer);
      access ??= createFileAccess({ limits: DEFAULT_LIMITS, passwords: [] });
      users += 1;
      try {
        const picture = await drawWith(access, part, { page, geometry });
        kept.set(key, picture);
        const [oldest] = kept.keys();
        if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
        return picture;
      } finally {
        users -= 1;
        if (users === 0) timer = setTimeout(stop, IDLE_MS).unref();
      }
    },
  };
}

interface Wanted {
  readonly page: number;
  readonly geometry: PageGeometry;
}
