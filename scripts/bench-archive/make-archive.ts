import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Insertable, sql } from 'kysely';
import { blobNames } from '../../src/adapters/kept-bytes/blob-names.ts';
import { createMasterKeyFiles } from '../../src/adapters/master-key/create-master-key-files.ts';
import { artifactsRow, saidColumns } from '../../src/adapters/sql/judgements/artifacts-row.ts';
import type { Tables } from '../../src/adapters/sql/tables.ts';
import { createSealer } from '../../src/adapters/vault/create-sealer.ts';
import type { KeepingPlaces } from '../../src/app/config.ts';
import { cutBy, judgedBy, readBy } from '../../src/app/keeping/judged-by.ts';
import type { Keeping } from '../../src/app/keeping/open-keeping.ts';
import type { Reader } from '../../src/app/reader.ts';
import { documentId } from '../../src/domain/document-id.ts';
import type { JudgedDocument, JudgedUnder } from '../../src/ports/kept-results.ts';
import type { Sealer } from '../../src/ports/vault.ts';
import { AS_OF, type BasePaper, basePapers } from './base-papers.ts';

export interface ArchiveSize {
  readonly documents: number;
  /** Papers that are read and judged for real; the others are copies of these under other hashes, each sealed for itself. */
  readonly basePapers: number;
  readonly filesInCase: number;
}

/** Where an archive is made. */
export interface ArchiveStores {
  readonly keeping: Keeping;
  readonly reader: Reader;
  readonly places: KeepingPlaces;
}

interface Rows {
  readonly keys: Insertable<Tables['keys']>[];
  readonly files: Insertable<Tables['files']>[];
  readonly artifacts: Insertable<Tables['artifacts']>[];
  readonly documents: (Omit<Insertable<Tables['documents']>, 'words'> & { readonly words: string | null })[];
}

interface ACase {
  readonly id: string;
  readonly sealer: Sealer;
}

const FILES_AT_ONCE = 250;

/** Fills empty stores with an archive of recorded readings as intake would have left it, but faster. */
export async function makeArchive(
  size: ArchiveSize,
  stores: ArchiveStores,
): Promise<{ files: number; documents: number }> {
  const { keeping, reader, places } = stores;
  const bases: (BasePaper & { readonly reading: Buffer })[] = [];
  for await (const base of basePapers(size.basePapers, reader, keeping))
    bases.push({ ...base, reading: gzipSync(JSON.stringify(base.pages)) });
  const { pipeline, tools } = reader;
  const under = { judgedBy: judgedBy(pipeline), cutBy: cutBy(pipeline), readBy: readBy(pipeline, tools), asOf: AS_OF };
  const master = await createMasterKeyFiles(places.masterKey, () => undefined).chosen();
  if (master === undefined) throw new Error('no master key');
  const done = { files: 0, documents: 0 };
  let into: ACase | undefined;
  while (done.documents < size.documents) {
    const writing: Promise<void>[] = [];
    const rows: Rows = { keys: [], files: [], artifacts: [], documents: [] };
    for (let count = 0; count < FILES_AT_ONCE && done.documents < size.documents; count += 1) {
      if (into === undefined || done.files % size.filesInCase === 0) into = await aCase(keeping, done.files);
      const base = bases[done.files % bases.length];
      if (base === undefined) throw new Error('no papers');
      const sha256 = createHash('sha256').update(`file ${done.files}`).digest('hex');
      const key = randomBytes(32);
      const { wrapped, master: fingerprint } = master.wrap(`file:${sha256}`, key);
      rows.keys.push({ id: `file:${sha256}`, wrapped: Buffer.from(wrapped), master: fingerprint });
      const sealed = createSealer(key, `file:${sha256}`).seal(base.reading);
      for (const { keys } of base.documents)
        writing.push(keeping.blobs.putMemo(blobNames.reading(sha256, keys['document-pages']?.digest ?? ''), sealed));
      addRows(rows, base, { sha256, name: `scan-${done.files}.pdf`, into, under });
      done.files += 1;
      done.documents += base.documents.length;
    }
    await Promise.all([insert(keeping, rows), ...writing]);
    if (done.files % (FILES_AT_ONCE * 20) === 0) process.stderr.write(`archive: ${done.documents} documents\n`);
  }
  await sql`analyze`.execute(keeping.db);
  return done;
}

async function aCase({ cases, vault }: Keeping, number: number): Promise<ACase> {
  const { id } = await cases.open(`dossier ${number}`);
  return { id, sealer: await vault.sealer(`case:${id}`) };
}

interface FileOf {
  readonly sha256: string;
  readonly name: string;
  readonly into: ACase;
  readonly under: JudgedUnder;
}

function addRows(rows: Rows, { pages, documents }: BasePaper, { sha256, name, into, under }: FileOf): void {
  const fileId = randomUUID();
  rows.files.push({
    ...{ id: fileId, case_id: into.id, name: Buffer.from(into.sealer.seal(Buffer.from(name))), name_key: name, sha256 },
    ...{ media_type: 'application/pdf', size_bytes: 200_000, as_of: under.asOf, state: 'accepted', via: 'intake' },
    ...{ settled_at: new Date(), page_count: pages.length, reading: under.readBy },
  });
  for (const document of documents.map((one) => copyOf(one, sha256, name))) {
    const row = artifactsRow(document, { fileId, under, sealer: into.sealer });
    rows.artifacts.push(row);
    rows.documents.push({
      ...{ file_id: fileId, case_id: into.id, page_from: document.pageFrom, id: row.document, artifacts_id: row.id },
      ...saidColumns(document.judgement.record, document.pageTo, under),
      words: document.words,
    });
  }
}

/** The same paper out of another file. */
function copyOf(document: JudgedDocument, sha256: string, file: string): JudgedDocument {
  const { record, artifacts } = document.judgement;
  const id = documentId(sha256, document.pageFrom, document.pageTo);
  return { ...document, judgement: { artifacts, record: { ...record, id, file, sha256 } } };
}

async function insert({ db }: Keeping, { keys, files, artifacts, documents }: Rows): Promise<void> {
  await db.transaction().execute(async (within) => {
    await sql`set local synchronous_commit = off`.execute(within);
    await within.insertInto('keys').values(keys).execute();
    await within.insertInto('files').values(files).execute();
    await within.insertInto('artifacts').values(artifacts).execute();
    await within
      .insertInto('documents')
      .values(documents.map(({ words, ...row }) => ({ ...row, words: sql`${words}::tsvector` })))
      .execute();
  });
}
