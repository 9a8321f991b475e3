import { daysUntil } from '#casework/calendar/add-span.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Bilingual } from '#domain/findings.ts';
import { isOpen, type OrderState } from '#domain/translation-order.ts';
import type { TranslationOrder } from '#ports/translations.ts';
import { bothNames } from '#text/language-name.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { today } from '../../today.ts';
import { keyOf } from '../../translations/route-case.ts';

/** What both sides see of an order. */
export interface OrderFacts {
  readonly id: string;
  readonly state: OrderState;
  readonly type: { readonly id: string; readonly label: Bilingual } | null;
  readonly language: { readonly code: string; readonly label: Bilingual } | null;
  readonly into: { readonly code: string; readonly label: Bilingual };
  readonly isSworn: boolean;
  readonly isUrgent: boolean;
  readonly pageCount: number;
  readonly dueOn: string;
  /** Days until it is due; less than 0: late. Null when nobody is at it any more. */
  readonly daysLeft: number | null;
  readonly madeAt: string;
  readonly deliveredAt: string | null;
  readonly sentBack: number;
  readonly remindedOn: string | null;
}

/** What advisers see besides. */
export interface OrderRow extends OrderFacts {
  readonly caseId: string;
  readonly caseName: string;
  /** `<file>:<first page>`. */
  readonly paper: string;
  readonly because: TranslationOrder['because'];
  readonly rule: { readonly id: string; readonly label: Bilingual } | null;
  readonly translator: { readonly id: string; readonly name: string } | null;
  readonly isFiled: boolean;
}

const AT_WORK: readonly OrderState[] = ['to-assign', 'asked', 'taken', 'sent-back'];

export function orderFacts(order: TranslationOrder, { documentTypes }: Pick<Pipeline, 'documentTypes'>): OrderFacts {
  const { id, state, type, language, into, pages, dueOn } = order;
  return {
    ...{ id, state, isSworn: order.isSworn, isUrgent: order.isUrgent, dueOn, sentBack: order.sentBack },
    type: type === null ? null : { id: type, label: documentTypes[type]?.label ?? { fr: type, en: type } },
    language: language === null ? null : { code: language, label: bothNames(language) },
    into: { code: into, label: bothNames(into) },
    pageCount: pages.to - pages.from + 1,
    daysLeft: AT_WORK.includes(state) ? daysUntil(today(), dueOn) : null,
    ...{ madeAt: order.madeAt.toISOString(), deliveredAt: order.deliveredAt?.toISOString() ?? null },
    remindedOn: isOpen(state) ? order.remindedOn : null,
  };
}

/** Names that stand for ids in rows; each is looked up once. */
export interface RowNames {
  readonly cases: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, Bilingual>;
  readonly pipeline: Pick<Pipeline, 'documentTypes'>;
}

export async function namesOfPeople({ people }: Pick<Keeping, 'people'>): Promise<Map<string, string>> {
  return new Map((await people.all()).map(({ id, name }) => [id, name]));
}

export function orderRow(order: TranslationOrder, { cases, people, rules, pipeline }: RowNames): OrderRow {
  const { translatorId, rule } = order;
  return {
    ...orderFacts(order, pipeline),
    ...{ caseId: order.caseId, caseName: cases.get(order.caseId) ?? '', because: order.because },
    paper: keyOf(order),
    rule: rule === null ? null : { id: rule, label: rules.get(rule) ?? { fr: rule, en: rule } },
    translator: translatorId === null ? null : { id: translatorId, name: people.get(translatorId) ?? '' },
    isFiled: order.filedAt !== null,
  };
}
