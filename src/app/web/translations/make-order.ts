import { clearLanguage } from '#casework/routing/route-paper.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { readPaperKey } from '#domain/paper-key.ts';
import type { Web } from '../open-web.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';
import { checkFits, rowOf } from './manage-orders.ts';
import type { OrderRow } from './order-rows.ts';

export interface MakeOrderInput {
  readonly caseId: string;
  /** `<file>:<first page>`. */
  readonly paper: string;
  readonly translatorId: string;
  readonly isSworn: boolean;
  readonly dueOn: string;
  /** What it is in, where Liasse could not tell. */
  readonly language?: string | undefined;
}

/** An adviser orders a translation by hand. Throws `not-found`, `translator-unfit`, `order-open`. */
export async function makeOrder(web: Web, seat: Seat, input: MakeOrderInput): Promise<OrderRow> {
  const { caseId, paper, translatorId, isSworn, dueOn } = input;
  const { id } = await caseInScope(seat, caseId);
  const { fileId, page } = readPaperKey(paper);
  const { routing } = await web.knowledge();
  const document = (await seat.keeping.results.ofCase(id)).find(
    (one) => one.fileId === fileId && one.pageFrom === page,
  );
  if (document === undefined || routing === undefined) throw new LiasseFailure('not-found');
  const { record } = document.judgement;
  const terms = { language: input.language ?? clearLanguage(record, routing), into: routing.into, isSworn, dueOn };
  await checkFits(seat, translatorId, terms);
  const order = await seat.keeping.translations.add({
    ...terms,
    ...{ caseId: id, fileId, pages: { from: document.pageFrom, to: document.pageTo }, document: record.id },
    ...{ type: record.type?.id ?? null, isUrgent: false, rule: null, madeBy: seat.principal.personId },
    assignment: { personId: translatorId },
  });
  if (order === undefined) throw new LiasseFailure('order-open');
  return rowOf(web, seat, order);
}
