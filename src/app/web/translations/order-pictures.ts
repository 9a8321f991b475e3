import { LiasseFailure } from '#domain/failure.ts';
import type { TranslationOrder } from '#ports/translations.ts';
import { originalOf } from '../../translations/original-of.ts';
import { keyOf } from '../../translations/route-case.ts';
import type { Seat } from '../seat.ts';
import { deliverySeen, type Eye, pageOfOrder } from './order-side.ts';
import { createPagePictures } from './page-pictures.ts';

const pictures = createPagePictures();

/** A page of the original, by its number within the order; told to the audit log. Throws `not-found` for whatever else its file holds. */
export async function drawOriginal(seat: Seat, order: TranslationOrder, page: number): Promise<Buffer> {
  const { keeping } = seat;
  const within = pageOfOrder(order, page);
  const { file, pages } = await originalOf(keeping, order);
  const geometry = pages.find((one) => one.page === within)?.geometry;
  const { sha256, mediaType, name, sizeBytes } = file;
  if (geometry === undefined || sha256 === null || mediaType === null) throw new LiasseFailure('not-found');
  const part = { name, sha256, mediaType, sizeBytes, bytes: () => keeping.originals.read(sha256) };
  await seat.noteView('document-viewed', keyOf(order));
  return pictures.draw(part, within, geometry);
}

/** A page of what was uploaded, as whoever looks sees it. Throws `not-found`. */
export async function drawUpload(
  seat: Seat,
  order: TranslationOrder,
  { page, eye }: { readonly page: number; readonly eye: Eye },
): Promise<Buffer> {
  const delivery = await deliverySeen(seat.keeping, order, eye);
  const geometry = delivery?.content?.pages.find((one) => one.page === page)?.geometry;
  if (delivery === undefined || geometry === undefined) throw new LiasseFailure('not-found');
  const { name, sha256, mediaType, sizeBytes } = delivery;
  const bytes = () => uploadBytes(seat, order, eye);
  return pictures.draw({ name, sha256, mediaType, sizeBytes, bytes }, page, geometry);
}

/** What was uploaded, wherever it lies by now; told to the audit log. Throws `not-found`. */
export async function uploadBytes(seat: Seat, order: TranslationOrder, eye: Eye): Promise<Uint8Array> {
  const { translations, originals } = seat.keeping;
  const delivery = await deliverySeen(seat.keeping, order, eye);
  if (delivery === undefined) throw new LiasseFailure('not-found');
  await seat.noteView('document-viewed', keyOf(order));
  return (await translations.deliveryBytes(delivery.id)) ?? (await originals.read(delivery.sha256));
}
