import { asFailure, LiasseFailure } from '#domain/failure.ts';
import type { PageGeometry } from '#domain/page-reading.ts';
import type { PagePicture, WantedPicture } from '#ports/page-pictures.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';
import { type DocumentInScope, documentInScope, keyOfDocument } from './document-in-scope.ts';
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
  const { document, file, sha256 } = found;
  const { mediaType } = file;
  if (mediaType === null) throw new LiasseFailure('not-found');
  const wanted = { ...wish, sha256, mediaType, geometry: await geometryOf(seat, found, wish.page) };
  await seat.noteView('document-viewed', keyOfDocument(document));
  return {
    tag: web.pictures.tag(wanted),
    draw: () => drawPicture(web, wanted, () => seat.keeping.originals.read(sha256)),
  };
}

/** Throws `not-found` where the page has no pixels, and why its file can't be opened. */
export async function drawPicture(
  { pictures }: Pick<Web, 'pictures'>,
  wanted: WantedPicture,
  original: () => Promise<Uint8Array>,
): Promise<PagePicture> {
  const picture = await pictures.get(wanted, original);
  if (picture === null) throw new LiasseFailure('not-found');
  return picture;
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
