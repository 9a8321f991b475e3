import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LiasseFailure } from '#domain/failure.ts';
import { systemCode, unlessAbsent } from '../disk-failure.ts';
import { createMasterKey, type MasterKey } from '../vault/create-master-key.ts';
import { parseMasterKey } from './parse-master-key.ts';

/** Where master keys are looked for. */
export interface KeyPlaces {
  /** Liasse's home, where the key lies when none is given. */
  readonly home: string;
  /** A file that holds the key. */
  readonly file?: string | undefined;
  /** The key itself; `file` goes before. */
  readonly text?: string | undefined;
  /** A file that holds the key before, while keys are wrapped anew. */
  readonly previousFile?: string | undefined;
}

/** A master key that was read, and from where. */
export interface HeldKey {
  readonly key: MasterKey;
  readonly secret: Uint8Array;
  readonly source: 'file' | 'environment' | 'home';
  /** Null for one of the environment. */
  readonly path: string | null;
}

const NAME = 'master.key';
const NEXT = /^master\.key\.[0-9a-f]{16}\.new$/;
const OLD = /^master\.key\.[0-9a-f]{16}\.old$/;

/** The files of Liasse's home that hold master keys. */
export const homeKeyFiles = {
  current: (home: string): string => join(home, NAME),
  next: (home: string, fingerprint: string): string => join(home, `${NAME}.${fingerprint}.new`),
  old: (home: string, fingerprint: string): string => join(home, `${NAME}.${fingerprint}.old`),
};

/**
 * The key that the installation is set up with; undefined when there is none at all. Throws `master-key-missing` when it is said to lie in a file that
 * can't be read, `master-key-malformed`.
 */
export async function readChosenKey({ home, file, text }: KeyPlaces): Promise<HeldKey | undefined> {
  if (file !== undefined) {
    const found = await readKeyFile(file, 'file');
    if (found === undefined) throw new LiasseFailure('master-key-missing', file);
    return found;
  }
  if (text !== undefined) return { ...held(text, 'LIASSE_MASTER_KEY'), source: 'environment', path: null };
  return readKeyFile(homeKeyFiles.current(home), 'home');
}

/** A key in a file; undefined when the file is not there. Throws `master-key-missing` when it can't be read, `master-key-malformed`. */
export async function readKeyFile(path: string, source: 'file' | 'home'): Promise<HeldKey | undefined> {
  try {
    const text = await unlessAbsent(readFile(path, 'utf8'));
    return text === undefined ? undefined : { ...held(text, path), source, path };
  } catch (error) {
    const code = systemCode(error);
    throw code === undefined ? error : new LiasseFailure('master-key-missing', `${path}: ${code}`, { cause: error });
  }
}

/** Keys besides the chosen one: the one before, the ones to come (a change that was not finished), old ones. What can't be read is passed over. */
export async function readOtherKeys({ home, previousFile }: KeyPlaces): Promise<{
  readonly previous: readonly HeldKey[];
  readonly next: readonly HeldKey[];
  readonly old: readonly HeldKey[];
}> {
  const names = ((await unlessAbsent(readdir(home))) ?? []).sort();
  const inHome = (pattern: RegExp): string[] => names.flatMap((name) => (pattern.test(name) ? [join(home, name)] : []));
  return {
    previous: await readable([...(previousFile === undefined ? [] : [previousFile]), homeKeyFiles.current(home)]),
    next: await readable(inHome(NEXT)),
    old: await readable(inHome(OLD)),
  };
}

async function readable(paths: readonly string[]): Promise<HeldKey[]> {
  const found = await Promise.all(paths.map((path) => readKeyFile(path, 'file').catch(() => undefined)));
  return found.flatMap((one) => one ?? []);
}

function held(text: string, where: string): { readonly key: MasterKey; readonly secret: Uint8Array } {
  const secret = parseMasterKey(text, where);
  return { key: createMasterKey(secret), secret };
}
