import { createHash } from 'node:crypto';
import type { PagePicture, PagePictures, WantedPicture } from '#ports/page-pictures.ts';

/** Pages that were drawn a moment ago, in memory only. */
const MOST_BYTES = 48_000_000;
const KEPT_MS = 10 * 60_000;

/** Pictures of pages, each drawn once for all who look at it within minutes. */
export interface PictureShelf {
  /** Tells one picture from all others. */
  tag(wanted: WantedPicture): string;
  /** Null for a page without pixels. `original` is asked for the bytes when they are needed. */
  get(wanted: WantedPicture, original: () => Promise<Uint8Array>): Promise<PagePicture | null>;
  close(): Promise<void>;
}

interface Kept {
  readonly picture: Promise<PagePicture | null>;
  readonly at: number;
  sizeBytes: number;
}

export function createPictureShelf(pictures: PagePictures, now: () => number = () => performance.now()): PictureShelf {
  const kept = new Map<string, Kept>();

  const makeRoom = (): void => {
    let total = [...kept.values()].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    for (const [name, { sizeBytes, at }] of kept) {
      if (total <= MOST_BYTES && now() - at < KEPT_MS) return;
      kept.delete(name);
      total -= sizeBytes;
    }
  };

  const tag = ({ sha256, page, width, geometry }: WantedPicture): string => {
    const name = JSON.stringify([pictures.fingerprint, sha256, page, width, geometry]);
    return createHash('sha256').update(name).digest('base64url').slice(0, 24);
  };

  return {
    tag,
    get: async (wanted, original) => {
      const name = tag(wanted);
      makeRoom();
      const known = kept.get(name);
      if (known !== undefined) return known.picture;
      const entry: Kept = { picture: pictures.picture(wanted, original), at: now(), sizeBytes: 0 };
      kept.set(name, entry);
      try {
        const picture = await entry.picture;
        entry.sizeBytes = picture?.bytes.length ?? 0;
        return picture;
      } catch (error) {
        kept.delete(name);
        throw error;
      }
    },
    close: async () => {
      kept.clear();
      await pictures.close();
    },
  };
}
