import { LiasseFailure } from '#domain/failure.ts';
import type { PagePicture, WantedPicture } from '#ports/page-pictures.ts';
import type { TranslationOrder } from '#ports/translations.ts';
import { originalOf } from '../../translations/original-of.ts';
import { keyOf } from '../../translations/route-case.ts';
import { drawPicture } from '../documents/picture-of-page.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';
import { deliverySeen, type Eye, pageOfOrder } from './order-side.ts';

/** In pixels: small print can be read beside the other side. */
const WIDTH = 1_280;

/** A page of the original, by its number within the order; told to the audit log. Throws `not-found` for whatever else its file holds. */
export async function drawOriginal(
  web: Pick<Web, 'pictures'>,
  seat: Seat,
  { order, page }: { readonly order: TranslationOrder; readonly page: number },
): Promise<PagePicture> {
  const { keeping } = seat;
  const within = pageOfOrder(order, page);
  const { file, pages } = await originalOf(keeping, order);
  const geometry = pages.find((one) => one.page === within)?.geometry;
  const { sha256, mediaType } = file;
  if (geometry === undefined || sha256 === null || mediaType === null) throw new LiasseFailure('not-found');
  await seat.noteView('document-viewed', keyOf(order));
  const wanted: WantedPicture = { sha256, mediaType, page: within, geometry, width: WIDTH };
  return drawPicture(web, wanted, () => keeping.originals.read(sha256));
}

/** A page of what was uploaded, as whoever looks sees it. Throws `not-found`. */
export async function drawUpload(
  web: Pick<Web, 'pictures'>,
  seat: Seat,
  { order, page, eye }: { readonly order: TranslationOrder; readonly page: number; readonly eye: Eye },
): Promise<PagePicture> {
  const delivery = await deliverySeen(seat.keeping, order, eye);
  const geometry = delivery?.content?.pages.find((one) => one.page === page)?.geometry;
  if (delivery === undefined || geometry === undefined) throw new LiasseFailure('not-found');
  const { sha256, mediaType } = delivery;
  return drawPicture(web, { sha256, mediaType, page, geometry, width: WIDTH }, () => uploadBytes(seat, order, eye));
}

/** What was uploaded, wherever it lies by now; told to the audit log. Throws `not-found`. */
export async function uploadBytes(seat: Seat, order: TranslationOrder, eye: Eye): Promise<Uint8Array> {
  const { translations, originals } = seat.keeping;
  const delivery = await deliverySeen(seat.keeping, order, eye);
  if (delivery === undefined) throw new LiasseFailure('not-found');
  await seat.noteView('document-viewed', keyOf(order));
  return (await translations.deliveryBytes(delivery.id)) ?? (await originals.read(delivery.sha256));
}
