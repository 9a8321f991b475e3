import type { DeliveryRow } from '#http/contract/webhooks.ts';
import { useWords } from '../words/use-words.ts';

/** How a delivery went, in words. */
export function useDeliveryResult(): (delivery: DeliveryRow) => string {
  const { t } = useWords();
  return ({ state, status, problem }) => {
    if (state === 'delivered') return t('people.webhooks.delivered', { status: status ?? '' });
    if (problem === null) return t('people.webhooks.waiting');
    return t(`people.webhooks.problem.${problem}`, { status: status ?? '' });
  };
}
