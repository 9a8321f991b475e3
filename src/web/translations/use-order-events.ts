import { useQueryClient } from '@tanstack/react-query';
import { useEvents } from '../api/use-events.ts';

const NAMES = ['change'];

/** Asks for orders again as soon as one changed, whoever changed it: of the cases that one sees, or a translator's own. */
export function useOrderEvents(whose: 'cases' | 'own' = 'cases'): void {
  const client = useQueryClient();
  const path = whose === 'own' ? '/api/my-translations/events' : '/api/events';
  useEvents(path, NAMES, (_, data) => {
    if (data === null || isOfOrder(data)) void client.invalidateQueries({ queryKey: ['translations'] });
  });
}

/** `null` is told after the line was down. */
function isOfOrder(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'order-changed';
}
