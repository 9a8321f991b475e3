import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  assignBodySchema,
  makeOrderBodySchema,
  OrderRow,
  OrderView,
  OwnOrderRow,
  OwnOrderView,
  orderListSchema,
  ownTermsBodySchema,
  profileSchema,
  sendBackBodySchema,
  translatorListSchema,
} from '#http/contract/translations.ts';
import { call } from './call.ts';
import { sendFile } from './send-file.ts';

export type TranslatorProfile = z.infer<typeof profileSchema>;

/** Who translates on another page is told of by asking again. */
const INBOX_EVERY_MS = 30_000;
const READING_EVERY_MS = 1_500;

const orderPath = (id: string): string => `/api/translations/${encodeURIComponent(id)}`;
const taskPath = (id: string): string => `/api/my-translations/${encodeURIComponent(id)}`;

/** Orders over all my cases. */
export const ordersQuery = queryOptions({
  queryKey: ['translations', 'all'],
  queryFn: ({ signal }) => call<z.infer<typeof orderListSchema>>('/api/translations', { signal }),
  refetchInterval: INBOX_EVERY_MS,
});

/** Orders of a case; asked for again whenever the server tells of that case. */
export const caseOrdersQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', caseId, 'translations'],
    queryFn: ({ signal }) => call<z.infer<typeof orderListSchema>>('/api/translations', { query: { caseId }, signal }),
  });

export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['translations', 'order', orderId],
    queryFn: ({ signal }) => call<OrderView>(orderPath(orderId), { signal }),
  });

/** What is mine to translate. */
export const ownOrdersQuery = queryOptions({
  queryKey: ['translations', 'own'],
  queryFn: ({ signal }) => call<{ readonly orders: readonly OwnOrderRow[] }>('/api/my-translations', { signal }),
  refetchInterval: INBOX_EVERY_MS,
});

/** One of mine; asked for again and again while my file is being read. */
export const taskQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['translations', 'task', taskId],
    queryFn: ({ signal }) => call<OwnOrderView>(taskPath(taskId), { signal }),
    refetchInterval: ({ state }) => (state.data?.upload?.state === 'waiting' ? READING_EVERY_MS : false),
  });

export const translatorsQuery = queryOptions({
  queryKey: ['translations', 'translators'],
  queryFn: ({ signal }) => call<z.infer<typeof translatorListSchema>>('/api/translators', { signal }),
});

export const ownProfileQuery = queryOptions({
  queryKey: ['translations', 'own-profile'],
  queryFn: ({ signal }) => call<TranslatorProfile>('/api/my-translations/profile', { signal }),
  retry: false,
});

/** Addresses of pictures of pages. */
export const orderPictures = (orderId: string) => ({
  original: (page: number) => `${orderPath(orderId)}/pages/${page}/image`,
  upload: (page: number) => `${orderPath(orderId)}/upload/pages/${page}/image`,
});
export const taskPictures = (taskId: string) => ({
  original: (page: number) => `${taskPath(taskId)}/pages/${page}/image`,
  upload: (page: number) => `${taskPath(taskId)}/upload/pages/${page}/image`,
});
export const uploadAddress = (orderId: string): string => `${orderPath(orderId)}/upload`;

/** What an order can be asked to do next; what shows of it is asked for again. */
function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['translations'] }),
        client.invalidateQueries({ queryKey: ['cases'] }),
      ]),
  });
}

export const useMakeOrder = () =>
  useChange((body: z.input<typeof makeOrderBodySchema>) =>
    call<OrderRow>('/api/translations', { method: 'POST', body }),
  );
export const useAssign = (orderId: string) =>
  useChange((body: z.input<typeof assignBodySchema>) =>
    call<OrderRow>(`${orderPath(orderId)}/assign`, { method: 'POST', body }),
  );
export const useAccept = (orderId: string) =>
  useChange(() => call<OrderRow>(`${orderPath(orderId)}/accept`, { method: 'POST' }));
export const useSendBack = (orderId: string) =>
  useChange((body: z.input<typeof sendBackBodySchema>) =>
    call<OrderRow>(`${orderPath(orderId)}/send-back`, { method: 'POST', body }),
  );
export const useCancelOrder = (orderId: string) =>
  useChange(() => call<OrderRow>(`${orderPath(orderId)}/cancel`, { method: 'POST' }));
export const useTake = (taskId: string) =>
  useChange(() => call<OwnOrderRow>(`${taskPath(taskId)}/take`, { method: 'POST' }));
export const useDecline = (taskId: string) =>
  useChange((reason: string) => call<unknown>(`${taskPath(taskId)}/decline`, { method: 'POST', body: { reason } }));
export const useUpload = (taskId: string) => useChange((file: File) => sendFile(`${taskPath(taskId)}/upload`, file));
export const useDeliver = (taskId: string) =>
  useChange((remark: string | null) =>
    call<OwnOrderRow>(`${taskPath(taskId)}/deliver`, { method: 'POST', body: { remark } }),
  );
export const useSetProfile = (personId: string) =>
  useChange((body: TranslatorProfile) =>
    call<unknown>(`/api/translators/${encodeURIComponent(personId)}`, { method: 'PUT', body }),
  );
export const useSetOwnTerms = () =>
  useChange((body: z.input<typeof ownTermsBodySchema>) =>
    call<TranslatorProfile>('/api/my-translations/profile', { method: 'PATCH', body }),
  );
