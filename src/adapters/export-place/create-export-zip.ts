import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { configure, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import type { ExportPlace } from '#ports/export-place.ts';
import { syncFolder } from '../write-whole.ts';
import { exportFailure } from './export-failure.ts';

configure({ useWebWorkers: false });

/** The same files give the same bytes, whenever they are packed. */
const NO_DATE = new Date(1980, 0, 1);

/** An export as a ZIP file; its owner alone can read it. Throws `export-not-written`, `disk-full`. */
export function createExportZip(target: string): ExportPlace {
  const path = resolve(target);
  const draft = `${path}.part`;
  const throwing = (error: unknown): never => {
    throw exportFailure(error, path);
  };
  const file = createWriteStream(draft, { mode: 0o600 });
  // Told by whichever call comes next.
  file.on('error', () => undefined);
  const zip = new ZipWriter(Writable.toWeb(file), { lastModDate: NO_DATE, extendedTimestamp: false });
  let isOver = false;
  return {
    add: async (name, content) => {
      await zip.add(name, new Uint8ArrayReader(content)).catch(throwing);
    },
    publish: async () => {
      await zip.close().catch(throwing);
      const written = await open(draft, 'r').catch(throwing);
      await written.sync().finally(() => written.close());
      await rename(draft, path).catch(throwing);
      await syncFolder(dirname(path)).catch(throwing);
      isOver = true;
      return path;
    },
    giveUp: async () => {
      if (isOver) return;
      isOver = true;
      file.destroy();
      await rm(draft, { force: true });
    },
  };
}
