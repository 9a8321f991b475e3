import { sql } from 'kysely';
import type { KeepingPlaces } from '#app/config.ts';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import { createReception } from '#app/keeping/receive.ts';
import { backupAt } from '#app/trust/backup/backup-at.ts';
import { type MadeBackup, makeBackup } from '#app/trust/backup/make-backup.ts';
import { type Restored, restoreBackup } from '#app/trust/backup/restore-backup.ts';
import { documentId } from '#domain/document-id.ts';
import { fileParts } from './file-parts.ts';
import { keptCase } from './kept-case.ts';

/** Something of all that is kept: cases in several states, decisions, a learned model, what waits, what was purged. */
export async function fillWithEverything(keeping: Keeping): Promise<void> {
  const [first] = await keptCase(keeping, 'Dossier Élan', {
    'a.txt': 'Attestation d’hébergement\fseconde page « été »',
    'b.txt': 'طلب اللجوء \u{1F600} " \\ \t fin',
    'copy of b.txt': 'طلب اللجوء \u{1F600} " \\ \t fin',
  });
  await keptCase(keeping, 'closed', { 'c.txt': 'Facture' });
  const closed = await keeping.cases.find('closed');
  await keeping.cases.setState(closed?.id ?? '', 'closed');
  const waiting = createReception(keeping).receive(fileParts({ 'later.txt': 'à lire plus tard' }), {
    caseName: 'waiting',
    via: 'mail',
    asOf: '2026-11-26',
  });
  await Array.fromAsync(waiting);
  const [item] = await keeping.work.ready(1);
  await keeping.work.claimOne(item?.id ?? '', 'a-worker-that-is-gone', 3_600_000);
  const about = { at: '2026-11-26T10:00:00.123Z', pipeline: 'p', was: null };
  await keeping.decisions.add([
    {
      kind: 'correct',
      ...about,
      document: documentId(first?.sha256 ?? '', 1, 2),
      field: 'issuer',
      value: 'Préfecture',
    },
  ]);
  await sql`insert into learned_models (pipeline, at, content) values ('p', now(), '\\x00ff'::bytea)`.execute(
    keeping.db,
  );
}

export async function backUp(keeping: Keeping, file: string): Promise<MadeBackup> {
  return makeBackup(keeping, { target: { file }, now: new Date() });
}

/** Restores a backup with the master key of the installation it comes from. */
export async function restoreInto(places: KeepingPlaces, backup: string, keyHome: string): Promise<Restored> {
  return restoreBackup(await backupAt(backup), { places, keyFile: `${keyHome}/master.key` });
}

/** What the tables of a backup say that must be the same after a restore: the log goes on, work is ready again, the installation is another. */
export function lastingTables({ manifest }: Pick<MadeBackup, 'manifest'>) {
  return manifest.tables.filter(({ name }) => !['meta', 'audit', 'work'].includes(name));
}
