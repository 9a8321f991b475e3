import { NO_PRESENCE } from '#casework/presence/judge-presence.ts';
import type { CaseJudgement } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { documentId } from '#domain/document-id.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { aRecord } from './a-record.ts';

/** A paper of a case: `name` is its key and the name of its file. */
export function aCasePaper(
  name: string,
  changes: Partial<DocumentRecord> = {},
  copyOf: string | null = null,
): CasePaper {
  const record = aRecord({ id: documentId(name, 1, 1), file: `${name}.pdf`, ...changes });
  return { key: name, record, text: '', copyOf, position: 0 };
}

/** The same papers in the order in which they came in. */
export function received(...papers: CasePaper[]): CasePaper[] {
  return papers.map((paper, index) => ({ ...paper, position: index + 1 }));
}

/** A judgement of nothing, with what a test says otherwise. */
export function aJudgement(changes: Partial<CaseJudgement> = {}): CaseJudgement {
  return {
    schema: 'liasse.case/1',
    case: 'dossier-12',
    asOf: '2026-11-23',
    pipeline: { id: 'a-pipeline', version: '1' },
    criteria: [],
    cells: [],
    findings: [],
    relations: { copies: [], translations: [], people: [] },
    requests: [],
    clocks: [],
    presence: NO_PRESENCE,
    ...changes,
  };
}
