import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { FileRow, fileListSchema } from '#http/contract/cases.ts';
import type { unfinishedSchema } from '#http/contract/uploads.ts';
import { call } from './call.ts';

const of = (caseId: string): string => `/api/cases/${encodeURIComponent(caseId)}`;

/** What came into a case, and what became of it. */
export const filesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', caseId, 'files'],
    queryFn: async ({ signal }) =>
      (await call<z.infer<typeof fileListSchema>>(`${of(caseId)}/files`, { signal })).files,
  });

/** My uploads into a case that wait for the rest of their bytes. */
export const unfinishedQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['uploads', caseId],
    queryFn: async ({ signal }) =>
      (await call<z.infer<typeof unfinishedSchema>>(`${of(caseId)}/uploads`, { signal })).uploads,
  });

/** Has a file read once more. */
export function useRetryFile(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fileId: string) =>
      call<FileRow>(`/api/files/${encodeURIComponent(fileId)}/retry`, { method: 'POST', body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: filesQuery(caseId).queryKey }),
  });
}
