import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LiasseFailure } from '#domain/failure.ts';
import { addedModels, type ModelCard, modelPaths } from './added-models.ts';
import type { FoundModel } from './find-models.ts';
import { ORIENTATION_MODEL, packagedModels } from './packaged-models.ts';
import { checkModel } from './traineddata.ts';

/** `unchanged`: the same bytes were there already. */
export type StoreOutcome = 'added' | 'replaced' | 'unchanged';

/** A draft that is older than this was left by a run that was killed. */
const FORGOTTEN_MS = 3_600_000;

/**
 * Checks a model and puts it into the user's folder, whole or not at all: it is written beside its place, synced and renamed. Throws
 * `not-a-model`; `model-exists` when another model of that name is there or comes with Liasse and `isReplacing` is not set;
 * `model-folder-closed` when the folder can't be written to.
 */
export async function storeModel(folder: string, found: FoundModel, isReplacing: boolean): Promise<StoreOutcome> {
  const { id, bytes, origin } = found;
  checkModel(bytes);
  if (id === ORIENTATION_MODEL) throw new LiasseFailure('not-a-model', `${id} reads no text`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const present = addedModels(folder).find((one) => one.id === id);
  if (present?.model !== undefined && present.card?.sha256 === sha256 && !isReplacing) return 'unchanged';
  const isTaken = present !== undefined || packagedModels().some((one) => one.id === id);
  if (isTaken && !isReplacing) throw new LiasseFailure('model-exists', id);
  const draft = join(folder, `.${id}.${randomUUID()}.part`);
  try {
    await mkdir(folder, { recursive: true });
    await sweep(folder);
    await writeDraft(draft, found, { sha256, bytes: bytes.length, origin });
    await putInPlace(draft, modelPaths(folder, id).home, present !== undefined);
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    const isOvertaken = isTakenPlace(error);
    throw new LiasseFailure(isOvertaken ? 'model-exists' : 'model-folder-closed', isOvertaken ? id : folder, {
      cause: error,
    });
  }
  return isTaken ? 'replaced' : 'added';
}

/** A folder with files in it is never renamed over: whoever adds the same model at the same time loses, and is told. */
async function putInPlace(draft: string, home: string, isTaken: boolean): Promise<void> {
  const old = `${draft}.old`;
  if (isTaken) await rename(home, old);
  try {
    await rename(draft, home);
  } catch (error) {
    if (isTaken) await rename(old, home).catch(() => undefined);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** Takes an added model away. Throws `model-not-added` when there is none of that name; `model-folder-closed`. */
export async function removeModel(folder: string, id: string): Promise<void> {
  if (!addedModels(folder).some((one) => one.id === id)) throw new LiasseFailure('model-not-added', id);
  const gone = join(folder, `.${id}.${randomUUID()}.part`);
  try {
    // Out of its place in one step, so that no run meets half a model.
    await rename(modelPaths(folder, id).home, gone);
    await rm(gone, { recursive: true, force: true });
  } catch (error) {
    throw new LiasseFailure('model-folder-closed', folder, { cause: error });
  }
}

async function writeDraft(draft: string, { id, bytes }: FoundModel, card: ModelCard): Promise<void> {
  await mkdir(draft);
  const contents = { [`${id}.traineddata`]: bytes, 'model.json': `${JSON.stringify(card, null, 2)}\n` };
  for (const [name, content] of Object.entries(contents)) {
    const file = await open(join(draft, name), 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

/** Takes away what killed runs left. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^\..*\.part(\.old)?$/.test(name)) continue;
    const path = join(folder, name);
    const changedAt = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    if (Date.now() - changedAt > FORGOTTEN_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Somebody else's model came into the place first. */
function isTakenPlace(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return false;
  return error.syscall === 'rename' && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST');
}
