import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LiasseFailure } from '#domain/failure.ts';
import type { Vault } from '#ports/vault.ts';
import { unlessAbsent } from '../disk-failure.ts';
import { jsonOrNothing } from '../json-or-nothing.ts';
import { writeWhole } from '../write-whole.ts';
import { openNoteSchema, sealedNoteSchema, type UploadNote } from './upload-note.ts';

const ENDING = '.note';
const ID = /^[0-9a-f-]{36}$/;

/** What is known of uploads, a small file each beside its part; names and keys are sealed by the key of their case. */
export interface UploadNotes {
  /** Whose it is and for which case, without opening what is sealed; undefined as well for a note that a disk damaged. */
  owner(id: string): Promise<Pick<UploadNote, 'personId' | 'caseId' | 'sizeBytes' | 'createdAt'> | undefined>;
  /** Undefined as well when its case was purged: the key is gone. */
  find(id: string): Promise<UploadNote | undefined>;
  keep(id: string, note: UploadNote): Promise<void>;
  remove(id: string): Promise<void>;
  ids(): Promise<string[]>;
}

/** The notes in a folder, which is made by the first one. */
export function createUploadNotes(folder: string, vault: Pick<Vault, 'sealer'>): UploadNotes {
  const pathOf = (id: string): string => {
    if (!ID.test(id)) throw new LiasseFailure('not-found');
    return join(folder, `${id}${ENDING}`);
  };
  const read = async (id: string) => {
    const text = await unlessAbsent(readFile(pathOf(id), 'utf8'));
    return text === undefined ? undefined : openNoteSchema.safeParse(jsonOrNothing(text)).data;
  };
  return {
    owner: read,
    find: async (id) => {
      const note = await read(id);
      if (note === undefined) return undefined;
      const { sealed, ...open } = note;
      const sealer = await vault.sealer(`case:${note.caseId}`);
      try {
        const text = Buffer.from(sealer.open(Buffer.from(sealed, 'base64'))).toString('utf8');
        const { data } = sealedNoteSchema.safeParse(jsonOrNothing(text));
        return data === undefined ? undefined : { ...open, ...data };
      } catch (error) {
        if (error instanceof LiasseFailure && error.code === 'sealed-damaged') return undefined;
        throw error;
      }
    },
    keep: async (id, { label, fingerprint, key, receivingSince, fileIds, ...open }) => {
      const sealer = await vault.sealer(`case:${open.caseId}`);
      const secret = Buffer.from(JSON.stringify({ label, fingerprint, key, receivingSince, fileIds }), 'utf8');
      const sealed = Buffer.from(sealer.seal(secret)).toString('base64');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(pathOf(id), JSON.stringify({ ...open, sealed }));
    },
    remove: (id) => rm(pathOf(id), { force: true }),
    ids: async () => {
      const names = (await unlessAbsent(readdir(folder))) ?? [];
      return names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
    },
  };
}
