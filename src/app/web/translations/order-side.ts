import { FAILURES, type FailureCode, LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { TranslationDifference } from '#domain/translation-order.ts';
import type { Delivery, TranslationOrder } from '#ports/translations.ts';
import { lineText } from '#text/line-text.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { originalOf } from '../../translations/original-of.ts';

/** A page as it is shown: its picture where it has one, else its lines. */
export interface ShownPage {
  /** Within its file, as places name it. */
  readonly page: number;
  /** Height by width. */
  readonly ratio: number;
  readonly hasPicture: boolean;
  readonly lines: readonly string[];
}

/** What lies beside the original: as the translator uploaded it, and what it says otherwise. */
export interface ShownUpload {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly state: Delivery['state'];
  readonly failure: { readonly code: FailureCode; readonly message: Bilingual } | null;
  readonly pages: readonly ShownPage[];
  readonly differences: readonly TranslationDifference[];
  readonly remark: string | null;
  readonly isDelivered: boolean;
  readonly uploadedAt: string;
}

/** The two sides of an order. Pages of the original are numbered as the order has them: from 1, whatever else its file holds. */
export interface BothSides {
  readonly original: readonly ShownPage[];
  readonly upload: ShownUpload | null;
}

/** Whose look it is: the translator sees what they uploaded last, others what was delivered last. */
export type Eye = 'translator' | 'adviser';

export async function deliverySeen(
  { translations }: Pick<Keeping, 'translations'>,
  { id, deliveryId }: Pick<TranslationOrder, 'id' | 'deliveryId'>,
  eye: Eye,
): Promise<Delivery | undefined> {
  if (eye === 'translator') return translations.delivery(id);
  return deliveryId === null ? undefined : translations.deliveryById(deliveryId);
}

/** Throws `not-found` when the paper is not there any more. */
export async function bothSides(keeping: Keeping, order: TranslationOrder, eye: Eye): Promise<BothSides> {
  const [{ file, pages }, delivery] = await Promise.all([
    originalOf(keeping, order),
    deliverySeen(keeping, order, eye),
  ]);
  const before = order.pages.from - 1;
  const shown = pages.map((page) => ({ ...shownPage(page, file.mediaType), page: page.page - before }));
  return { original: shown, upload: delivery === undefined ? null : shownUpload(delivery, before) };
}

/** The page of a file that an order calls so. Throws `not-found` for every other page of it. */
export function pageOfOrder({ pages: { from, to } }: Pick<TranslationOrder, 'pages'>, page: number): number {
  const within = from + page - 1;
  if (page < 1 || within > to) throw new LiasseFailure('not-found');
  return within;
}

function shownUpload(delivery: Delivery, before: number): ShownUpload {
  const { name, mediaType, sizeBytes, state, failure, content, remark } = delivery;
  return {
    ...{ name, mediaType, sizeBytes, state, remark },
    failure: failure === null ? null : { code: failure, message: FAILURES[failure].message },
    pages: (content?.pages ?? []).map((page) => shownPage(page, mediaType)),
    differences: (content?.differences ?? []).map((difference) => ({
      ...difference,
      originalPlace:
        difference.originalPlace === null
          ? null
          : { ...difference.originalPlace, page: difference.originalPlace.page - before },
    })),
    isDelivered: delivery.deliveredAt !== null,
    uploadedAt: delivery.uploadedAt.toISOString(),
  };
}

const A4 = 297 / 210;

function shownPage({ page, width, height, lines }: DocumentPage, mediaType: string | null): ShownPage {
  return {
    page,
    ratio: width > 0 && height > 0 ? height / width : A4,
    hasPicture: mediaType === 'application/pdf' || (mediaType ?? '').startsWith('image/'),
    lines: lines.map(lineText),
  };
}
