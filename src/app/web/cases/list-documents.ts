import { onceTranslated } from '#casework/routing/once-translated.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Routing } from '#definitions/routing.schema.ts';
import type { Bilingual } from '#domain/findings.ts';
import { paperKey } from '#domain/paper-key.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import { bothNames } from '#text/language-name.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import type { Web } from '../open-web.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';
import type { DocumentRow } from './document-row.ts';

/** The papers of a case in the order in which they came. Throws `not-found`, `DefinitionFailure`. */
export async function listDocuments(web: Web, seat: Seat, caseId: string): Promise<readonly DocumentRow[]> {
  const { id } = await caseInScope(seat, caseId);
  const { keeping } = seat;
  const [version, { pipeline, routing }, translated] = await Promise.all([
    keeping.caseFigures.version(id),
    web.knowledge(),
    keeping.translations.translatedPapers(id),
  ]);
  const rows = await web.documentRows.current(
    { key: id, version: [pipeline.version, version, ...[...translated].sort()].join(' ') },
    () => readRows(keeping, id, { pipeline, routing, translated: new Set(translated) }),
  );
  await seat.noteView('case-viewed', id);
  return rows;
}

async function readRows(
  { results, files }: Keeping,
  caseId: string,
  context: Omit<RowContext, 'isCopy'>,
): Promise<DocumentRow[]> {
  const [documents, received] = await Promise.all([results.ofCase(caseId), files.ofCase(caseId)]);
  const copies = new Set(received.filter(({ copyOf }) => copyOf !== null).map((file) => file.id));
  return documents.map((document) => asRow(document, { ...context, isCopy: copies.has(document.fileId) }));
}

interface RowContext {
  readonly pipeline: Pipeline;
  readonly routing: Routing | undefined;
  /** Keys of the papers whose translation is in the case. */
  readonly translated: ReadonlySet<string>;
  readonly isCopy: boolean;
}

function asRow(
  { fileId, pageFrom, pageTo, judgement }: KeptDocument,
  { pipeline, routing, translated, isCopy }: RowContext,
): DocumentRow {
  const isTranslated = routing !== undefined && translated.has(paperKey(fileId, pageFrom));
  const record = isTranslated ? onceTranslated(judgement.record, routing, pipeline.flags) : judgement.record;
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
