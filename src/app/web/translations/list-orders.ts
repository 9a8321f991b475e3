import type { TranslationOrder } from '#ports/translations.ts';
import type { Web } from '../open-web.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';
import { namesOfPeople, type OrderFacts, type OrderRow, orderFacts, orderRow, type RowNames } from './order-rows.ts';

/** Orders over the cases of their teams, or of one case: the most urgent first. Throws `not-found`. */
export async function listOrders(web: Web, seat: Seat, caseId: string | undefined): Promise<OrderRow[]> {
  const { keeping, principal } = seat;
  if (caseId !== undefined) await caseInScope(seat, caseId);
  const teamIds = principal.role === 'administrator' ? 'all' : principal.teamIds;
  const orders = await (caseId === undefined
    ? keeping.translations.ofTeams(teamIds)
    : keeping.translations.ofCase(caseId));
  const names = await rowNames(web, seat, orders);
  return orders.map((order) => orderRow(order, names));
}

/** What is theirs to translate, and what they delivered lately. */
export async function listOwnOrders(web: Web, { keeping, principal }: Seat): Promise<OrderFacts[]> {
  const [orders, { pipeline }] = await Promise.all([
    keeping.translations.ofTranslator(principal.personId),
    web.knowledge(),
  ]);
  return orders.map((order) => orderFacts(order, pipeline));
}

export async function rowNames(
  { knowledge }: Pick<Web, 'knowledge'>,
  { keeping }: Seat,
  orders: readonly TranslationOrder[],
): Promise<RowNames> {
  const ids = [...new Set(orders.map(({ caseId }) => caseId))];
  const [people, { pipeline, routing }, cases] = await Promise.all([
    namesOfPeople(keeping),
    knowledge(),
    Promise.all(ids.map((id) => keeping.cases.byId(id))),
  ]);
  return {
    ...{ people, pipeline },
    cases: new Map(cases.flatMap((one) => (one === undefined ? [] : [[one.id, one.name]]))),
    rules: new Map((routing?.rules ?? []).map(({ id, label }) => [id, label])),
  };
}
