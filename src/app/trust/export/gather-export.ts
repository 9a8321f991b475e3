import { createHash } from 'node:crypto';
import type { AuditRow } from '#domain/audit.ts';
import type { Decision } from '#domain/decisions.ts';
import { documentIdsOf } from '#domain/document-id.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { readPaperKey } from '#domain/paper-key.ts';
import type { KeptCase, KeptFile } from '#ports/kept-files.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import type { OrderEvent, TranslationOrder } from '#ports/translations.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { filesAbout } from '../select-papers.ts';
import { portableName } from './portable-name.ts';

/** A file that is held, and where its original goes; null when there is none: it was refused on arrival, or its bytes are those of an earlier one. */
export interface ExportedFile {
  readonly file: KeptFile;
  readonly originalPath: string | null;
  readonly documents: readonly ExportedDocument[];
}

export interface ExportedDocument {
  readonly record: DocumentRecord;
  readonly document: KeptDocument;
  readonly readingPath: string;
}

export interface ExportedOrder {
  readonly order: TranslationOrder;
  readonly history: readonly OrderEvent[];
}

/** All that is held on the person of a case, without the bytes. */
export interface Gathered {
  readonly kept: KeptCase;
  readonly files: readonly ExportedFile[];
  readonly decisions: readonly Decision[];
  /** Translations that were ordered of these files, and what became of each. */
  readonly orders: readonly ExportedOrder[];
  readonly audit: readonly AuditRow[];
}

/**
 * Looks up all that is held: of the whole case, or of the files in it that speak of a person; in the order of receipt. Throws
 * `nothing-about-person`.
 */
export async function gatherExport(keeping: Keeping, kept: KeptCase, person: string | undefined): Promise<Gathered> {
  const { id } = kept;
  await keeping.files.noteReceipts(id);
  const files = person === undefined ? await keeping.files.ofCase(id) : await filesAbout(keeping, id, person);
  if (person !== undefined && files.length === 0) throw new LiasseFailure('nothing-about-person');
  const documents = await keeping.results.ofCase(id);
  const paths = new Map<string, string>();
  const exported = files.map((file, at): ExportedFile => {
    const { sha256, mediaType, name } = file;
    const isFirst = sha256 !== null && mediaType !== null && !paths.has(sha256);
    const path = paths.get(sha256 ?? '') ?? `originals/${portableName(at + 1, name)}`;
    if (isFirst) paths.set(sha256, path);
    const own = documents.filter(({ fileId }) => fileId === file.id);
    return {
      file,
      originalPath: sha256 !== null && paths.has(sha256) ? path : null,
      documents: own.map((document) => exportedDocument(document, at + 1)),
    };
  });
  const isAbout = subjectsOf(exported);
  const decisions = (await keeping.decisions.all()).filter((one) =>
    isAbout('document' in one ? one.document : one.sha256),
  );
  const audit = (await Array.fromAsync(keeping.audit.rows({ caseId: id }))).filter(
    ({ subject }) => subject === id || isAbout(subject),
  );
  return { kept, files: exported, decisions, audit, orders: await ordersOf(keeping, id, exported) };
}

/** The orders of the files, in the order in which they were made. */
async function ordersOf(
  { translations }: Keeping,
  caseId: string,
  exported: readonly ExportedFile[],
): Promise<ExportedOrder[]> {
  const own = new Set(exported.map(({ file }) => file.id));
  const orders = (await translations.ofCase(caseId))
    .filter(({ fileId }) => own.has(fileId))
    .sort((one, other) => one.madeAt.getTime() - other.madeAt.getTime());
  return Promise.all(orders.map(async (order) => ({ order, history: await translations.history(order.id) })));
}

function exportedDocument(document: KeptDocument, number: number): ExportedDocument {
  const { judgement, pageFrom, pageTo } = document;
  const pages = pageFrom === pageTo ? `${pageFrom}` : `${pageFrom}-${pageTo}`;
  const readingPath = `readings/${String(number).padStart(4, '0')} p${pages}.txt`;
  return { record: judgement.record, document, readingPath };
}

/** Whether an id is that of one of the files or of a paper in one, or of a document that was ever cut from one. */
function subjectsOf(files: readonly ExportedFile[]): (id: string) => boolean {
  const ids = new Set<string>();
  for (const { file } of files) {
    ids.add(file.id);
    if (file.sha256 !== null) {
      ids.add(file.sha256);
      for (const id of documentIdsOf(file.sha256, file.pageCount ?? 0)) ids.add(id);
    }
  }
  return (id) => ids.has(id) || ids.has(readPaperKey(id).fileId);
}

/** The original as it came in. Throws `original-missing`, `sealed-damaged` also when its hash is another. */
export async function readOriginal(keeping: Keeping, { sha256 }: KeptFile): Promise<Uint8Array> {
  if (sha256 === null) throw new LiasseFailure('original-missing');
  const content = await keeping.originals.read(sha256);
  if (createHash('sha256').update(content).digest('hex') === sha256) return content;
  throw new LiasseFailure('sealed-damaged', sha256.slice(0, 12));
}
