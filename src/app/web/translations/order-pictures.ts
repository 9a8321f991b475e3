import { LiasseFailure } from '#domain/failure.ts';
import type { TranslationOrder } from '#ports/translations.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { originalOf } from '../../translations/original-of.ts';
import { pageOfOrder } from './order-side.ts';
import { createPagePictures } from './page-pictures.ts';

const pictures = createPagePictures();

/** A page of the original, by its number within the order. Throws `not-found` for whatever else its file holds. */
export async function drawOriginal(keeping: Keeping, order: TranslationOrder, page: number): Promise<Buffer> {
  const within = pageOfOrder(order, page);
  const { file, pages } = await originalOf(keeping, order);
  const geometry = pages.find((one) => one.page === within)?.geometry;
  const { sha256, mediaType, name, sizeBytes } = file;
  if (geometry === undefined || sha256 === null || mediaType === null) throw new LiasseFailure('not-found');
  const part = { name, sha256, mediaType, sizeBytes, bytes: () => keeping.originals.read(sha256) };
  return pictures.draw(part, within, geometry);
}

/** A page of what was uploaded last. Throws `not-found`. */
export async function drawUpload(keeping: Keeping, order: TranslationOrder, page: number): Promise<Buffer> {
  const delivery = await keeping.translations.delivery(order.id);
  const geometry = delivery?.content?.pages.find((one) => one.page === page)?.geometry;
  if (delivery === undefined || geometry === undefined) throw new LiasseFailure('not-found');
  const { name, sha256, mediaType, sizeBytes } = delivery;
  const bytes = () => uploadBytes(keeping, order);
  return pictures.draw({ name, sha256, mediaType, sizeBytes, bytes }, page, geometry);
}

/** What was uploaded last, wherever it lies by now. Throws `not-found`. */
export async function uploadBytes({ translations, originals }: Keeping, { id }: TranslationOrder): Promise<Uint8Array> {
  const delivery = await translations.delivery(id);
  if (delivery === undefined) throw new LiasseFailure('not-found');
  return (await translations.deliveryBytes(delivery.id)) ?? (await originals.read(delivery.sha256));
}
