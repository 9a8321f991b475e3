import { onceTranslated } from '#casework/routing/once-translated.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Routing } from '#definitions/routing.schema.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { Bilingual, Flag } from '#domain/findings.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import { paperKey } from '../../casework/case-input.ts';
import { bothNames } from '../../language-name.ts';
import { loadPipeline } from '../../load-pipeline.ts';
import { loadRouting } from '../../translations/load-routing.ts';
import type { Web } from '../open-web.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';

/** A paper of a case, as a row of the table. */
export interface DocumentRow {
  /** What it is called in addresses and in judgements: `<file>:<first page>`. */
  readonly key: string;
  readonly fileId: string;
  /** Name of the file, as given. */
  readonly file: string;
  readonly pages: { readonly from: number; readonly to: number };
  readonly status: DocumentRecord['status'];
  readonly type: { readonly id: string; readonly label: Bilingual; readonly confidence: number } | null;
  readonly language: { readonly code: string; readonly label: Bilingual } | null;
  /** As printed: a day, a month or a year. */
  readonly issueDate: string | null;
  readonly issuer: string | null;
  /** 0 to 100; null where the paper is no evidence. */
  readonly score: number | null;
  readonly flags: readonly (Pick<Flag, 'code' | 'severity'> & { readonly label: Bilingual })[];
  readonly criteria: readonly string[];
  /** The same bytes came before; it counts for nothing. */
  readonly isCopy: boolean;
  /** What a person said of it. */
  readonly decided: readonly string[];
  /** Whether another paper may begin inside it: a person is asked. */
  readonly hasProposedCuts: boolean;
}

/** The papers of a case in the order in which they came. Throws `not-found`, `DefinitionFailure`. */
export async function listDocuments(web: Web, seat: Seat, caseId: string): Promise<DocumentRow[]> {
  const { id } = await caseInScope(seat, caseId);
  const { results, files } = seat.keeping;
  const [documents, received, pipeline, routing, translated] = await Promise.all([
    results.ofCase(id),
    files.ofCase(id),
    loadPipeline(web.settings.pipelineId),
    loadRouting(web.settings.pipelineId),
    seat.keeping.translations.translatedPapers(id),
  ]);
  await seat.noteView('case-viewed', id);
  const copies = new Set(received.filter(({ copyOf }) => copyOf !== null).map((file) => file.id));
  const context = { pipeline, routing, translated: new Set(translated) };
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
