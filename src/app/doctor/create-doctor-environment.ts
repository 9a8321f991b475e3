import { existsSync, statSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { inspectDatabase } from '#adapters/sql/inspect-database.ts';
import { chooseRecognizer } from '../choose-recognizer.ts';
import { type KeepingPlaces, keepingPlaces, liasseHome, modelPlaces, timeZoneAsked } from '../config.ts';
import { openBlobs } from '../keeping/open-blobs.ts';
import { PIPELINES } from '../pipeline-folders.ts';
import type { DoctorEnvironment } from './doctor-environment.ts';

const MANIFEST = fileURLToPath(new URL('../../../package.json', import.meta.url));
const ENGINE_MS = 20_000;

/** This machine and the places its environment variables name. Close it, or its database keeps the process alive. */
export function createDoctorEnvironment(): { readonly environment: DoctorEnvironment; close(): Promise<void> } {
  const { places, failure } = readPlaces();
  const { home, blobs, redisUrl } = places;
  const constrained = process.constrainedMemory();
  let inspection: ReturnType<typeof inspectDatabase> | undefined;
  return {
    environment: {
      settingsFailure: failure,
      nodeVersion: process.versions.node,
      home,
      temp: tmpdir(),
      pipelines: PIPELINES,
      models: modelPlaces(),
      memory: {
        totalBytes: constrained > 0 ? Math.min(constrained, totalmem()) : totalmem(),
        availableBytes: process.availableMemory(),
      },
      clock: {
        now: new Date(),
        installedAt: statSync(MANIFEST).mtime,
        zoneAsked: timeZoneAsked(),
        zoneUsed: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      tryEngine,
      database: () => {
        inspection ??= inspectDatabase(places.database);
        return inspection;
      },
      isDatabaseServer: 'url' in places.database,
      blobs: {
        place: 'folder' in blobs ? blobs.folder : blobs.s3,
        isThere: async () => 's3' in blobs || existsSync(blobs.folder),
        isShared: 's3' in blobs || openBlobs(blobs).isShared,
        open: () => openBlobs(blobs),
      },
      redisUrl,
      masterKey: places.masterKey,
    },
    close: async () => {
      await (await inspection?.catch(() => undefined))?.close();
    },
  };
}

/** Where everything is; when that can't be made out, the places on this machine, and why. */
function readPlaces(): { readonly places: KeepingPlaces; readonly failure: unknown } {
  try {
    return { places: keepingPlaces(), failure: undefined };
  } catch (failure) {
    return { places: keepingPlaces({ LIASSE_HOME: liasseHome() }), failure };
  }
}

/** Has the engine that `liasse intake` would use read an empty picture. */
async function tryEngine(): ReturnType<DoctorEnvironment['tryEngine']> {
  const recognizer = await chooseRecognizer('auto', { workers: 1, pageTimeoutMs: ENGINE_MS });
  try {
    const model = recognizer.models.find((id) => id === 'fra') ?? recognizer.models[0] ?? '';
    const width = 64;
    const image = { width, height: width, channels: 1, pixels: new Uint8Array(width * width).fill(255) } as const;
    await recognizer.recognize(image, { models: [model], layout: 'block', signal: AbortSignal.timeout(ENGINE_MS) });
    const [version = ''] = recognizer.fingerprint.split(' ');
    return { isNative: recognizer.engine === 'tesseract', version: version.slice(version.lastIndexOf('@') + 1) };
  } finally {
    await recognizer.close();
  }
}
