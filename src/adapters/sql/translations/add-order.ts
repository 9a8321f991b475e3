import { randomUUID } from 'node:crypto';
import type { NewOrder, TranslationOrder } from '#ports/translations.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { assignmentColumns } from './change-order.ts';
import { findOrder } from './order-row.ts';

/** A new order with the beginning of its history; undefined when one is open for that paper: the index of open ones keeps the second out, whoever comes. */
export function addOrder(trail: AuditTrail, order: NewOrder): Promise<TranslationOrder | undefined> {
  return trail.transaction(async (within, tell) => {
    const { caseId, fileId, pages, assignment, madeBy, ...said } = order;
    const id = randomUUID();
    const made = await within
      .insertInto('translation_orders')
      .values({
        ...{ id, case_id: caseId, file_id: fileId, page_from: pages.from, page_to: pages.to, made_by: madeBy },
        ...{ document: said.document, type: said.type, language: said.language, target: said.into },
        ...{ is_sworn: said.isSworn, is_urgent: said.isUrgent, rule: said.rule, due_on: said.dueOn },
        ...assignmentColumns(assignment),
      })
      .onConflict((same) => same.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made === undefined) return undefined;
    const isAsked = assignment.personId !== null;
    await within
      .insertInto('translation_events')
      .values([
        { order_id: id, kind: 'made', actor: trail.actor, code: said.rule },
        {
          ...{ order_id: id, kind: isAsked ? 'assigned' : 'left-open', actor: trail.actor },
          ...{ person: assignment.personId, code: isAsked ? null : assignment.because },
        },
      ])
      .execute();
    await tell([{ action: 'translation-ordered', subject: caseId, detail: { order: id, sworn: said.isSworn } }]);
    return findOrder(within, id);
  });
}
