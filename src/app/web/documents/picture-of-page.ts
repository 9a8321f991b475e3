import { createHash } from 'node:crypto';
import { asFailure, LiasseFailure } from '#domain/failure.ts';
import type { PageGeometry } from '#domain/page-reading.ts';
import type { PagePicture } from '#ports/page-pictures.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';
import { type DocumentInScope, documentInScope } from './document-in-scope.ts';
import { pageOf } from './page-of.ts';

/** A picture that may have to be drawn yet: `tag` says which one it is, so that a browser which has it needs no other. */
export interface OfferedPicture {
  readonly tag: string;
  /** Throws `not-found` where the page has no pixels (a text), and why a file can't be opened. */
  draw(): Promise<PagePicture>;
}

export interface PictureWish {
  readonly page: number;
  /** In pixels. */
  readonly width: number;
}

/** The upright picture of a page. Throws `not-found`. */
export async function pictureOfPage(
  web: Pick<Web, 'pictures'>,
  seat: Seat,
  { key, ...wish }: PictureWish & { readonly key: string },
): Promise<OfferedPicture> {
  const found = await documentInScope(seat, key);
  const offered = await offerPicture(web, seat, found, wish);
  await seat.noteView('document-viewed', found.document.id);
  return offered;
}

/** The same for a paper that was looked up already, whoever may see it. */
export async function offerPicture(
  { pictures }: Pick<Web, 'pictures'>,
  seat: Pick<Seat, 'keeping'>,
  { document, file, sha256 }: Pick<DocumentInScope, 'document' | 'file' | 'sha256'>,
  { page, width }: PictureWish,
): Promise<OfferedPicture> {
  const { mediaType } = file;
  if (mediaType === null) throw new LiasseFailure('not-found');
  const geometry = await geometryOf(seat, { document, sha256 }, page);
  const name = JSON.stringify([pictures.fingerprint, sha256, page, width, geometry]);
  return {
    tag: createHash('sha256').update(name).digest('base64url').slice(0, 24),
    draw: async () => {
      const wanted = { sha256, mediaType, page, geometry, width };
      const picture = await pictures.get(name, wanted, () => seat.keeping.originals.read(sha256));
      if (picture === null) throw new LiasseFailure('not-found');
      return picture;
    },
  };
}

/** A page whose reading is lost can be looked at all the same, as it came. */
async function geometryOf(
  seat: Pick<Seat, 'keeping'>,
  found: Pick<DocumentInScope, 'document' | 'sha256'>,
  page: number,
): Promise<PageGeometry | null> {
  try {
    return (await pageOf(seat, found, page)).geometry;
  } catch (error) {
    if (asFailure(error).code === 'reading-missing') return null;
    throw error;
  }
}
