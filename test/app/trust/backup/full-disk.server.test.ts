import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupAt } from '#app/trust/backup/backup-at.ts';
import { checkBackup } from '#app/trust/backup/check-backup.ts';
import { makeBackup } from '#app/trust/backup/make-backup.ts';
import { keptCase } from '../../../support/kept-case.ts';
import { keptIn, placesIn } from '../../../support/kept-in.ts';
import { mountSmallDisk, whyNoSmallDisk } from '../../../support/small-disk.ts';

describe.skipIf(await whyNoSmallDisk())('a disk that is too small for a backup', () => {
  it('is told, keeps the earlier backup, and is left as it was', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'liasse-full-'));
    const disk = await mountSmallDisk(1);
    const file = join(disk.path, 'liasse.tar');
    try {
      await keptIn(placesIn(folder), async (keeping) => {
        const backUp = (target: { file: string } | { folder: string }) =>
          makeBackup(keeping, { target, now: new Date() });
        await keptCase(keeping, 'small', { 'a.txt': 'petit' });
        const { manifest } = await backUp({ file });
        await keeping.blobs.put('large', new Uint8Array(3_000_000));
        await expect(backUp({ file })).rejects.toMatchObject({ code: 'disk-full' });
        await expect(backUp({ folder: join(disk.path, 'many') })).rejects.toMatchObject({ code: 'disk-full' });
        expect((await checkBackup(await backupAt(file))).id).toBe(manifest.id);
        expect((await readdir(disk.path)).sort()).toEqual(['liasse.tar', 'many']);
        expect(await readdir(join(disk.path, 'many'))).toEqual([]);
        await keeping.blobs.remove('large');
        await expect(backUp({ file })).resolves.toBeDefined();
        await disk.setReadOnly(true);
        await expect(backUp({ file })).rejects.toMatchObject({ code: 'backup-not-written' });
      });
    } finally {
      await disk.remove();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
