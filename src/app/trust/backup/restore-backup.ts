import { createMasterKeyFiles } from '#adapters/master-key/create-master-key-files.ts';
import { keptTables } from '#adapters/sql/backup/kept-tables.ts';
import { loadTable, setSequences } from '#adapters/sql/backup/load-table.ts';
import { prepareTarget, settleTarget, stateOfTarget } from '#adapters/sql/backup/restore-target.ts';
import { connectDatabase, type Database } from '#adapters/sql/open-database.ts';
import { masterKeyOf } from '#adapters/vault/master-key-of.ts';
import { type BackupManifest, backupParts } from '#domain/backup-manifest.ts';
import { asFailure, LiasseFailure } from '#domain/failure.ts';
import type { BackupPart, BackupSource } from '#ports/backup-files.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import { actorOf, type KeepingPlaces } from '../../config.ts';
import { becomeInstallation } from '../../keeping/check-installation.ts';
import { checkLedger } from '../../keeping/check-ledger.ts';
import { openBlobs } from '../../keeping/open-blobs.ts';
import { type Keeping, keepingOf } from '../../keeping/open-keeping.ts';
import { type Verification, verifyOriginals } from '../../keeping/verify-originals.ts';
import { atOnce } from '../at-once.ts';
import { verifyAudit } from '../verify-audit.ts';
import { checkBackup } from './check-backup.ts';
import { clearBlobs, endRestore } from './restore-marks.ts';

/** How far a restore has come. `anew`: an earlier one was interrupted, and is begun again. */
export type RestoreStep = 'check' | 'anew' | 'load' | 'verify';

/** What was restored, and what of it was not whole in the backup already. */
export interface Restored {
  readonly manifest: BackupManifest;
  /** Null when names of files were damaged in the backup already. */
  readonly originals: Verification | null;
  /** Entries of the ledger that do not agree with what is kept. */
  readonly ledgerProblems: number;
  /** Whether every row of the audit log is as it was written. */
  readonly isLogWhole: boolean;
}

interface RestoreOptions {
  readonly places: KeepingPlaces;
  readonly onStep?: (step: RestoreStep) => void;
  readonly onBytes?: (bytes: number) => void;
}

/**
 * Restores a backup into an empty place: reads it through first, then writes rows and blobs, then verifies log, ledger and originals. Until that is done
 * nobody else can use the place; interrupted, it is begun anew by the next call. Throws `not-a-backup`, `backup-damaged`, `backup-newer`,
 * `target-not-empty`, `master-key-missing`, `master-key-wrong`, `restore-incomplete`.
 */
export async function restoreBackup(source: BackupSource, options: RestoreOptions): Promise<Restored> {
  const { places, onStep = () => undefined, onBytes = () => undefined } = options;
  onStep('check');
  const manifest = await checkBackup(source, { onRead: onBytes });
  await findMasterKey(manifest, places);
  const opened = { ...connectDatabase(places.database), blobs: openBlobs(places.blobs), places };
  const { db, blobs } = opened;
  try {
    const state = await stateOfTarget(db);
    if (state === 'in-use') throw new LiasseFailure('target-not-empty', 'database');
    if (state === 'begun') onStep('anew');
    await clearBlobs(blobs);
    await prepareTarget(db, manifest.schema);
    onStep('load');
    await load(source, { manifest, db, blobs, onBytes });
    onStep('verify');
    const keeping = keepingOf(opened, actorOf());
    const restored = await verify(keeping, manifest);
    await endRestore({ db, blobs });
    const detail = { rows: rowsOf(manifest), blobs: manifest.blobs.count };
    const [row] = await keeping.audit.append([{ action: 'restored', subject: manifest.id, detail }]);
    // In the place of one that tells of a log from before.
    if (row !== undefined) await keeping.auditHead.write(row);
    return restored;
  } finally {
    await opened.close();
  }
}

/** Before anything is written: without the key nothing of it could be read. */
async function findMasterKey({ masterKey }: BackupManifest, { masterKey: places }: KeepingPlaces): Promise<void> {
  if (masterKey === null) return;
  const wrapped = { id: 'index', wrapped: new Uint8Array(), master: masterKey } as const;
  await masterKeyOf(
    wrapped,
    createMasterKeyFiles(places, () => undefined),
  );
}

interface Loading {
  readonly manifest: BackupManifest;
  readonly db: Database;
  readonly blobs: BlobStore;
  readonly onBytes: (bytes: number) => void;
}

const BLOBS_AT_ONCE = 16;

async function load(source: BackupSource, { manifest, db, blobs, onBytes }: Loading): Promise<void> {
  const tables = new Map((await keptTables(db)).map((table) => [backupParts.table(table.name), table]));
  const counts = new Map(manifest.tables.map(({ name, rows }) => [name, rows]));
  const putting = atOnce(BLOBS_AT_ONCE);
  const before = backupParts.blob('');
  for await (const part of source.parts()) {
    const table = tables.get(part.name);
    if (table !== undefined) {
      const rows = await loadTable(db, table, told(part, onBytes));
      if (rows !== counts.get(table.name)) throw new LiasseFailure('restore-incomplete', table.name);
    } else if (part.name.startsWith(before)) {
      const content = Buffer.concat(await Array.fromAsync(told(part, onBytes)));
      await putting(() => blobs.put(part.name.slice(before.length), content));
    }
  }
  await putting.done();
  await setSequences(db, manifest.sequences);
  await settleTarget(db);
  await becomeInstallation({ db, blobs });
}

async function* told({ content }: BackupPart, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    onBytes(chunk.length);
    yield chunk;
  }
}

async function verify(keeping: Keeping, manifest: BackupManifest): Promise<Restored> {
  // The file beside the database tells of what was there before; only the chain counts here.
  const auditHead = { ...keeping.auditHead, read: async () => undefined };
  const { head, broken } = await verifyAudit({ audit: keeping.audit, auditHead });
  if (broken === undefined && head?.hash !== manifest.audit?.hash)
    throw new LiasseFailure('restore-incomplete', 'audit');
  const originals = await verifyOriginals(keeping, undefined, () => undefined).catch(unlessDamaged);
  const ledgerProblems = (await checkLedger(keeping)).problems.length;
  return { manifest, originals, ledgerProblems, isLogWhole: broken === undefined };
}

/** What was damaged when the backup was made is restored as it was: it is told, and no reason to have nothing back. */
function unlessDamaged(error: unknown): null {
  if (asFailure(error).code === 'sealed-damaged') return null;
  throw error;
}

function rowsOf({ tables }: BackupManifest): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
