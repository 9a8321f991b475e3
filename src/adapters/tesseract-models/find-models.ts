import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { asFailure, LiasseFailure } from '#domain/failure.ts';
import { walkPaths } from '../files/walk-paths.ts';
import { MODEL_FILE } from './installed-model.ts';
import { ORIENTATION_MODEL, PACKAGED_BUILD } from './packaged-models.ts';
import { tarFiles } from './tar-files.ts';
import { MODEL_LIMITS, unpacked } from './traineddata.ts';

/** A model on its way into the user's folder, unpacked and not yet checked. */
export interface FoundModel {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Name of the file or package it came from. */
  readonly origin: string;
}

/** A model that is there and can't be taken. */
export interface RefusedModel {
  readonly id: string;
  readonly failure: LiasseFailure;
}

/** A model that can be read when its turn comes; `name` is its path inside what was given. */
interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** A folder with more files than this is no folder of models. */
const MOST_FILES = 50_000;

/**
 * The models in a file (`fra.traineddata`, gzip or not), in a folder with everything below it, in the folder of an npm package or in its
 * `.tgz`, each read when its turn comes. `asId` is the name to give what is found, of which there must be one. Throws `no-such-file`, `no-permission`,
 * `no-models`, `not-a-model`, `model-unnamed`. One model of several that can't be read or stands for two different files is refused alone.
 */
export async function* findModels(path: string, asId: string | undefined): AsyncGenerator<FoundModel | RefusedModel> {
  const found = await candidatesAt(path, asId);
  const candidates = asId === undefined ? found : found.map((one) => ({ ...one, id: asId }));
  if (candidates.length === 0) throw new LiasseFailure('no-models', path);
  for (const [id, group] of Map.groupBy(candidates, (one) => one.id)) {
    // The packages hold two builds of each model; Liasse uses the same one of all.
    const preferred = group.filter(({ name }) => basename(dirname(name)) === PACKAGED_BUILD);
    const [one, ...others] = preferred.length > 0 ? preferred : group;
    if (one === undefined) continue;
    try {
      const bytes = await one.read();
      const another = await firstOther(bytes, others);
      if (another === undefined) yield { id, bytes, origin: basename(path) };
      else yield { id, failure: new LiasseFailure('model-ambiguous', `${one.name}, ${another.name}`) };
    } catch (error) {
      yield { id, failure: asFailure(error) };
    }
  }
}

/** The first of the candidates that holds other bytes. */
async function firstOther(bytes: Uint8Array, candidates: readonly Candidate[]): Promise<Candidate | undefined> {
  for (const one of candidates) if (Buffer.compare(bytes, await one.read()) !== 0) return one;
  return undefined;
}

/** A file's bytes, unpacked. Throws `not-a-model` for one that is far too large, before it is read; `no-permission`, `unreadable-file`. */
async function readModel(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MODEL_LIMITS.archiveBytes) throw new LiasseFailure('not-a-model', 'larger than 400 MB');
    return unpacked(await readFile(path));
  } catch (error) {
    if (error instanceof LiasseFailure) throw error;
    const isClosed = error instanceof Error && 'code' in error && error.code === 'EACCES';
    throw new LiasseFailure(isClosed ? 'no-permission' : 'unreadable-file', basename(path), { cause: error });
  }
}

async function candidatesAt(path: string, asId: string | undefined): Promise<Candidate[]> {
  const files: { path: string; name: string }[] = [];
  for await (const entry of walkPaths([path])) {
    // One closed folder below is passed over; when the path itself can't be read, that is all there is to say.
    if (entry.kind === 'file') files.push(entry);
    else if (files.length === 0 && entry.name === basename(path)) throw new LiasseFailure(entry.failure, path);
    if (files.length > MOST_FILES) throw new LiasseFailure('no-models', `more than ${MOST_FILES} files`);
  }
  const [only] = files;
  if (files.length === 1 && only?.path === path) return fromFile(path, asId);
  return files.flatMap((file) => {
    const id = readableId(file.name);
    return id === undefined ? [] : [{ id, name: file.name, read: () => readModel(file.path) }];
  });
}

async function fromFile(path: string, asId: string | undefined): Promise<Candidate[]> {
  const bytes = await readModel(path);
  const inside = tarFiles(bytes);
  if (inside !== undefined)
    return inside.flatMap(({ name, bytes: content }) => {
      const id = readableId(name);
      return id === undefined ? [] : [{ id, name, read: async () => unpacked(content) }];
    });
  const id = asId ?? MODEL_FILE.exec(basename(path))?.[1];
  if (id === undefined) throw new LiasseFailure('model-unnamed', basename(path));
  return [{ id, name: path, read: async () => bytes }];
}

/** The model a file's name stands for; none for the model of script and direction, which reads nothing and comes with Liasse. */
function readableId(name: string): string | undefined {
  const id = MODEL_FILE.exec(basename(name))?.[1];
  return id === ORIENTATION_MODEL ? undefined : id;
}
