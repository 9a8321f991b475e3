import type { ShownDecision } from '#http/contract/documents.ts';
import type { Deciding } from './use-deciding.ts';

/** What a person decided about a field, and how it is taken back. */
export function decisionOf(decisions: readonly ShownDecision[], field: string, { takeBack }: Deciding) {
  return { decision: decisions.find((one) => one.field === field), onTakeBack: takeBack };
}
