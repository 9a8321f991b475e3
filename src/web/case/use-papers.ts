import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DocumentRow } from '#http/contract/cases.ts';
import { documentsQuery } from '../api/documents.ts';

/** The papers of a case by their key, as judgements name them. */
export type Papers = ReadonlyMap<string, DocumentRow>;

export function usePapers(caseId: string): Papers {
  const { data } = useQuery(documentsQuery(caseId));
  return useMemo(() => new Map((data?.documents ?? []).map((row) => [row.key, row])), [data]);
}
