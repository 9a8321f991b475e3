import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, rm } from 'node:fs/promises';
import { LiasseFailure } from '#domain/failure.ts';
import { systemCode, writingFailure } from '../disk-failure.ts';
import { KEY_BYTES, type MasterKey } from '../vault/create-master-key.ts';
import type { MasterKeys } from '../vault/master-keys.ts';
import { syncFolder, writeSynced } from '../write-whole.ts';
import { homeKeyFiles, type KeyPlaces, readChosenKey, readOtherKeys } from './held-keys.ts';
import { masterKeyText } from './parse-master-key.ts';

/** A master key that was made just now: whoever uses Liasse is to be told. */
export interface MadeMasterKey {
  readonly path: string;
  readonly fingerprint: string;
}

const KEY_MODE = 0o400;
const NO_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'];

/** Master keys in files and in the environment. `onMade` is called once a key was made in Liasse's home, before it is used. */
export function createMasterKeyFiles(places: KeyPlaces, onMade: (made: MadeMasterKey) => void): MasterKeys {
  const known = new Map<string, MasterKey>();

  const chosen = async (): Promise<MasterKey | undefined> => (await readChosenKey(places))?.key;

  async function lookAgain(): Promise<void> {
    const { previous, next, old } = await readOtherKeys(places);
    // What the environment promises and does not hold is told by `chosen`; another key may do meanwhile.
    const first = await readChosenKey(places).catch(() => undefined);
    for (const one of [...(first === undefined ? [] : [first]), ...previous, ...next, ...old])
      known.set(one.key.fingerprint, one.key);
  }

  return {
    chosen,
    find: async (fingerprint) => {
      if (!known.has(fingerprint)) await lookAgain();
      return known.get(fingerprint);
    },
    make: async () => {
      const path = homeKeyFiles.current(places.home);
      const isMade = await makeKeyFile(places.home, path).catch((error: unknown) => {
        throw writingFailure(error);
      });
      const made = await chosen();
      if (made === undefined) throw new LiasseFailure('master-key-missing', path);
      if (isMade) onMade({ path, fingerprint: made.fingerprint });
      return made;
    },
  };
}

/** Whether it was made, rather than being there since another process was first. After a crash it is there as a whole or not at all. */
async function makeKeyFile(home: string, path: string): Promise<boolean> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const text = masterKeyText(randomBytes(KEY_BYTES));
  const draft = `${path}.${randomUUID()}.part`;
  try {
    await writeSynced(draft, text, KEY_MODE);
    await link(draft, path).catch((error: unknown) => {
      // Disks for cameras and sticks know no links.
      if (NO_LINKS.includes(systemCode(error) ?? '')) return writeSynced(path, text, KEY_MODE);
      throw error;
    });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
    await syncFolder(home);
  }
}
