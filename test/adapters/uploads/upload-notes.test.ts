import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUploadNotes } from '#adapters/uploads/upload-notes.ts';
import { createSealer } from '#adapters/vault/create-sealer.ts';

const ID = '22222222-2222-4222-8222-222222222222';
const sealer = createSealer(Buffer.alloc(32, 3), 'case:c');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-notes-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('a note that a disk damaged is as good as none: nobody waits for it, and nothing fails', async () => {
  const notes = createUploadNotes(folder, { sealer: () => Promise.resolve(sealer) });
  const note = { personId: 'p', caseId: 'c', sizeBytes: 3, createdAt: new Date(0).toISOString() };
  await notes.keep(ID, { ...note, label: 'a.pdf', fingerprint: null, key: '', receivingSince: null, fileIds: null });
  expect(await notes.find(ID)).toMatchObject({ label: 'a.pdf' });
  for (const text of ['', '\0"personId"', '{"personId":1}', 'null']) {
    await writeFile(join(folder, (await readdir(folder))[0] ?? ''), text);
    expect([await notes.owner(ID), await notes.find(ID)]).toEqual([undefined, undefined]);
  }
});
