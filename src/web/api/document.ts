import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  Decided,
  DocumentView,
  decideBodySchema,
  HistoryEntry,
  PICTURE_WIDTHS,
  ShownPage,
  Vocabulary,
} from '#http/contract/documents.ts';
import { call } from './call.ts';

/** What a person says of a paper. */
export type DecideBody = z.input<typeof decideBodySchema>;

const address = (key: string): string => `/api/documents/${encodeURIComponent(key)}`;

export const documentQuery = (key: string) =>
  queryOptions({
    queryKey: ['documents', key],
    queryFn: ({ signal }) => call<DocumentView>(address(key), { signal }),
  });

/** What was read on a page; it never changes but by another reading. */
export const pageQuery = (key: string, page: number) =>
  queryOptions({
    queryKey: ['documents', key, 'pages', page],
    queryFn: ({ signal }) => call<ShownPage>(`${address(key)}/pages/${page}`, { signal }),
    staleTime: 10 * 60_000,
  });

export const historyQuery = (key: string) =>
  queryOptions({
    queryKey: ['documents', key, 'history'],
    queryFn: ({ signal }) => call<{ readonly entries: readonly HistoryEntry[] }>(`${address(key)}/history`, { signal }),
  });

/** What papers can be said to be. */
export const vocabularyQuery = queryOptions({
  queryKey: ['vocabulary'],
  queryFn: ({ signal }) => call<Vocabulary>('/api/vocabulary', { signal }),
  staleTime: 60 * 60_000,
});

export function pictureAddress(key: string, page: number, width: (typeof PICTURE_WIDTHS)[number]): string {
  return `${address(key)}/pages/${page}/image?width=${width}`;
}

export function originalAddress(key: string): string {
  return `${address(key)}/original`;
}

export function sendDecision(key: string, body: DecideBody): Promise<Decided> {
  return call<Decided>(`${address(key)}/decisions`, { method: 'POST', body });
}

export function takeBack(key: string, decisionIds: readonly string[]): Promise<DocumentView> {
  return call<DocumentView>(`${address(key)}/decisions/${decisionIds.join(',')}`, { method: 'DELETE' });
}

/** Decides about a paper, and takes decisions back; whatever shows it shows what holds now. */
export function useDecisions(key: string) {
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: (body: DecideBody) => sendDecision(key, body),
    onSuccess: ({ document }) => showNow(client, document),
  });
  const undo = useMutation({
    mutationFn: (decisionIds: readonly string[]) => takeBack(key, decisionIds),
    onSuccess: (document) => showNow(client, document),
  });
  return { decide, undo };
}

/** What the server says of a paper now, and that lists of it are old. */
function showNow(client: QueryClient, document: DocumentView): void {
  client.setQueryData(documentQuery(document.key).queryKey, document);
  void client.invalidateQueries({ queryKey: historyQuery(document.key).queryKey });
  void client.invalidateQueries({ queryKey: ['cases'] });
  const others = document.siblings.filter(({ key }) => key !== document.key);
  for (const { key } of others) void client.invalidateQueries({ queryKey: documentQuery(key).queryKey, exact: true });
}
