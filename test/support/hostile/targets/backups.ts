import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openBackup } from '#adapters/backup-files/open-backup.ts';
import { checkBackup } from '#app/trust/backup/check-backup.ts';
import { backupParts } from '#domain/backup-manifest.ts';
import { backUp } from '../../backup-round-trip.ts';
import { keepingOf } from '../../keeping-of.ts';
import { keptCase } from '../../kept-case.ts';
import { type FuzzTarget, fuzzTarget } from '../fuzz-target.ts';
import { mutated, mutatedText } from '../mutated.ts';
import { onlyFailures } from '../only-failures.ts';

/** What somebody restores from: a file or a folder that lay elsewhere. */
export const backupTargets: readonly FuzzTarget[] = [
  fuzzTarget(
    'backup in a file',
    async () => {
      const kept = await keepingOf();
      const folder = await mkdtemp(join(tmpdir(), 'liasse-fuzz-'));
      const file = join(folder, 'a.tar');
      await keptCase(kept.keeping, 'a case', { 'a.txt': 'Attestation' });
      await backUp(kept.keeping, file);
      await kept.close();
      const whole = await readFile(file);
      await checkBackup(await openBackup(file));
      return {
        input: mutated(whole),
        take: async (bytes) => {
          await writeFile(file, bytes);
          await onlyFailures(async () => checkBackup(await openBackup(file)));
        },
        close: () => rm(folder, { recursive: true }),
      };
    },
    { runs: 60 },
  ),
  fuzzTarget(
    'backup in a folder',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'liasse-fuzz-'));
      await mkdir(join(folder, 'rows'));
      await mkdir(join(folder, 'blobs'));
      await writeFile(join(folder, backupParts.table('cases')), '["id"]\n["a"]\n');
      await writeFile(join(folder, backupParts.blob('a')), 'abc');
      const id = '22222222-2222-4222-8222-222222222222';
      const head = { format: 'liasse.backup/1', id, madeAt: '2026-11-26T10:00:00Z' };
      const hash = 'a'.repeat(64);
      const counted = { count: 1, bytes: 3, sha256: hash };
      const tables = [{ name: 'cases', rows: 1, sha256: hash }];
      const manifest = { ...head, schema: ['1'], masterKey: null, tables, sequences: {}, audit: null, blobs: counted };
      return {
        input: fc.record({
          [backupParts.head]: mutatedText(JSON.stringify(head)),
          [backupParts.manifest]: mutatedText(JSON.stringify(manifest), '{"tables":[{"name":"../../etc/passwd"}]}'),
          [backupParts.blobList]: mutatedText(`${hash} 3 a\n`, `${hash} 3 ../../../etc/passwd\n`),
        }),
        take: async (files) => {
          await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
          await onlyFailures(async () => checkBackup(await openBackup(folder)));
        },
        close: () => rm(folder, { recursive: true }),
      };
    },
    { runs: 60 },
  ),
];
