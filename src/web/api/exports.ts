import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { DossierExport, dossierBodySchema, dossierExportsSchema } from '#http/contract/exports.ts';
import { call } from './call.ts';

const ASK_EVERY_MS = 1_000;

const of = (caseId: string): string => `/api/cases/${encodeURIComponent(caseId)}`;

/** My dossiers of a case; asked for again while one is being made. */
export const dossiersQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['dossiers', caseId],
    queryFn: async ({ signal }) =>
      (await call<z.infer<typeof dossierExportsSchema>>(`${of(caseId)}/dossier`, { signal })).exports,
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => state === 'making') === true ? ASK_EVERY_MS : false,
  });

/** Begins an annexed dossier. */
export function useMakeDossier(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (options: z.input<typeof dossierBodySchema>) =>
      call<DossierExport>(`${of(caseId)}/dossier`, { method: 'POST', body: options }),
    onSuccess: () => client.invalidateQueries({ queryKey: dossiersQuery(caseId).queryKey }),
  });
}

/** Where a file of a dossier is fetched from. */
export function dossierFileAddress(caseId: string, exportId: string, index: number): string {
  return `${of(caseId)}/dossier/${encodeURIComponent(exportId)}/files/${index}`;
}

/** Where a report or calendar is fetched from. */
export function exportAddress(
  caseId: string,
  what: 'report.html' | 'report.pdf' | 'report.json' | 'calendar.ics',
  language: 'fr' | 'en',
): string {
  return `${of(caseId)}/${what}?language=${language}`;
}
