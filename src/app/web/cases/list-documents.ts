import type { Pipeline } from '#definitions/pipeline.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import { paperKey } from '../../casework/case-input.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { languageName } from '../../language-name.ts';
import type { Web } from '../open-web.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';
import type { DocumentRow } from './document-row.ts';

/** The papers of a case in the order in which they came. Throws `not-found`, `DefinitionFailure`. */
export async function listDocuments(web: Web, seat: Seat, caseId: string): Promise<readonly DocumentRow[]> {
  const { id } = await caseInScope(seat, caseId);
  const { keeping } = seat;
  const [version, { pipeline }] = await Promise.all([keeping.caseFigures.version(id), web.knowledge()]);
  const rows = await web.documentRows.get({ key: id, version: `${pipeline.version} ${version}` }, () =>
    readRows(keeping, id, pipeline),
  );
  await seat.noteView('case-viewed', id);
  return rows;
}

async function readRows({ results, files }: Keeping, caseId: string, pipeline: Pipeline): Promise<DocumentRow[]> {
  const [documents, received] = await Promise.all([results.ofCase(caseId), files.ofCase(caseId)]);
  const copies = new Set(received.filter(({ copyOf }) => copyOf !== null).map((file) => file.id));
  return documents.map((document) => asRow(document, { pipeline, isCopy: copies.has(document.fileId) }));
}

function asRow(
  { fileId, pageFrom, pageTo, judgement: { record } }: KeptDocument,
  { pipeline, isCopy }: { readonly pipeline: Pipeline; readonly isCopy: boolean },
): DocumentRow {
  const { file, status, type, score, criteria, decided } = record;
  const code = record.languages[0]?.code;
  return {
    ...{ key: paperKey(fileId, pageFrom), fileId, file, status, score, isCopy, decided },
    pages: { from: pageFrom, to: pageTo },
    type: type === null ? null : { id: type.id, label: typeLabel(pipeline, type.id), confidence: type.confidence },
    language: code === undefined ? null : { code, label: bothNames(code) },
    issueDate: record.issueDate?.iso ?? null,
    issuer: record.letterhead?.issuer ?? null,
    flags: record.flags.map((flag) => ({
      code: flag.code,
      severity: flag.severity,
      label: pipeline.flags.flags[flag.code]?.label ?? { fr: flag.code, en: flag.code },
    })),
    criteria: criteria.map((criterion) => criterion.id),
    hasProposedCuts: record.proposedCuts.length > 0,
  };
}

function typeLabel({ documentTypes }: Pipeline, id: string): Bilingual {
  return documentTypes[id]?.label ?? { fr: id, en: id };
}

function bothNames(code: string): Bilingual {
  return { fr: languageName(code, 'fr'), en: languageName(code, 'en') };
}
