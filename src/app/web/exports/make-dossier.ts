import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createExportZip } from '#adapters/export-place/create-export-zip.ts';
import type { Bilingual } from '#domain/findings.ts';
import { type ExportedDossier, exportDossier } from '../../casework/dossier/export-dossier.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';

/** How a dossier is to be made. */
export interface DossierAsked {
  readonly caseId: string;
  /** What files are named by. */
  readonly caseName: string;
  readonly language: keyof Bilingual;
  readonly pipelineId: string;
  readonly asOf: string;
  readonly maxMb: number | undefined;
  readonly isLight: boolean;
  /** A folder of its own. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onPages: (done: number, of: number) => void;
}

/** A file of a dossier that is made. */
export interface DossierFile {
  readonly kind: 'pdf' | 'xlsx' | 'csv' | 'zip';
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
}

export interface MadeDossier {
  readonly files: readonly DossierFile[];
  readonly made: ExportedDossier;
}

/** Writes the dossier and its lists into the folder, and all of it together as a ZIP when it is in several parts. Throws what `exportDossier` throws. */
export async function makeDossier(keeping: Keeping, asked: DossierAsked): Promise<MadeDossier> {
  const made = await exportDossier(keeping, {
    ...asked,
    ...{ caseName: asked.caseId, out: asked.folder, passwords: [], orderFile: undefined, isOnly: false },
  });
  const paths = [...made.files.map(({ path }) => path), ...made.lists];
  if (made.files.length > 1) paths.push(await zipAll(paths, join(asked.folder, `${asked.caseName}.zip`)));
  return { files: await Promise.all(paths.map(describe)), made };
}

async function zipAll(paths: readonly string[], target: string): Promise<string> {
  const zip = createExportZip(target);
  try {
    for (const path of paths) await zip.add(basename(path), await readFile(path));
    return await zip.publish();
  } finally {
    await zip.giveUp();
  }
}

async function describe(path: string): Promise<DossierFile> {
  const ending = path.split('.').at(-1);
  const kind = ending === 'xlsx' || ending === 'csv' || ending === 'zip' ? ending : 'pdf';
  return { kind, path, name: basename(path), sizeBytes: (await stat(path)).size };
}
