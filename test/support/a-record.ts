import { documentId } from '#domain/document-id.ts';
import { DOCUMENT_SCHEMA_ID, type DocumentRecord } from '#domain/document-record.ts';

/** A record of a page range, for tests of what is kept and not of what is read. */
export function aRecord(
  changes: Partial<DocumentRecord> = {},
  [from, to]: readonly [number, number] = [1, 1],
): DocumentRecord {
  const sha256 = changes.sha256 ?? 'a'.repeat(64);
  return {
    schema: DOCUMENT_SCHEMA_ID,
    id: documentId(sha256, from, to),
    file: 'scan.pdf',
    sha256,
    mediaType: 'application/pdf',
    pages: { from, to, of: to },
    status: 'done',
    error: null,
    type: { id: 'pay-slip', confidence: 0.98, alternatives: [], because: [] },
    languages: [{ code: 'fr', script: 'Latn', share: 1, confidence: 0.99 }],
    issueDate: null,
    dates: [],
    letterhead: null,
    marks: null,
    fields: {},
    fieldPlaces: {},
    flags: [],
    dismissed: [],
    criteria: [{ id: 'integration', weight: 0.5 }],
    score: 80,
    ocr: null,
    warnings: [],
    cut: null,
    proposedCuts: [],
    decided: [],
    pipeline: { id: 'humanitarian-permit', version: '1' },
    ...changes,
  };
}
