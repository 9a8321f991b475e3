import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { isProcessAlive } from '#adapters/is-process-alive.ts';
import { orNotWritable } from './or-not-writable.ts';

/** Where the files of a dossier go, and their drafts. */
export interface DossierFiles {
  /** Path of an unfinished part. */
  draft(part: number): string;
  /** Path of the list, by its ending. */
  list(ending: 'csv' | 'xlsx'): string;
  /** Gives finished parts their names; these, in order. */
  publish(parts: number): Promise<string[]>;
  /** Takes drafts away that were left. */
  clear(): Promise<void>;
  /** Parts of an earlier dossier of the same name that these do not replace. */
  leftOver(published: readonly string[]): Promise<string[]>;
}

const WORDS = { fr: { of: 'sur', list: 'liste' }, en: { of: 'of', list: 'list' } } as const;

/**
 * The files of a dossier beside `out`: a folder, or the name of the PDF. A dossier in one part has that name, one in several its name with "-1-sur-3". Drafts lie
 * beside them under hidden names; those of runs that died are taken away. Throws `output-not-writable`.
 */
export async function dossierFiles(out: string, caseName: string, language: keyof typeof WORDS): Promise<DossierFiles> {
  const isFile = extname(out).toLowerCase() === '.pdf';
  const folder = isFile ? dirname(out) : out;
  const base = isFile ? basename(out, extname(out)) : `${caseName}-annexes`;
  const words = WORDS[language];
  const prefix = `.${base}.`;
  const draft = (part: number): string => join(folder, `${prefix}${process.pid}-${part}.part`);
  await orNotWritable(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await clearDrafts(folder, prefix);
  });
  return {
    draft,
    list: (ending) => join(folder, `${base}-${words.list}.${ending}`),
    publish: async (parts) => {
      const names = Array.from({ length: parts }, (_, part) =>
        join(folder, parts === 1 ? `${base}.pdf` : `${base}-${part + 1}-${words.of}-${parts}.pdf`),
      );
      for (const [part, name] of names.entries()) await orNotWritable(() => rename(draft(part), name));
      return names;
    },
    clear: () => clearDrafts(folder, `${prefix}${process.pid}-`),
    leftOver: async (published) => {
      const found = (await readdir(folder)).filter((name) => stemOf(name) === base && name.endsWith('.pdf'));
      return found.map((name) => join(folder, name)).filter((path) => !published.includes(path));
    },
  };
}

/** The name without what says which part it is. */
function stemOf(name: string): string {
  return basename(name, '.pdf').replace(/-\d+-(sur|of)-\d+$/, '');
}

/** Drafts of runs that are no more, or of this one where its own prefix is given. */
async function clearDrafts(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith('.part')) continue;
    const owner = Number.parseInt(name.slice(name.indexOf(prefix) + prefix.length), 10);
    const isOwn = prefix.endsWith('-') || owner === process.pid;
    if (isOwn || !isProcessAlive(owner)) await rm(join(folder, name), { force: true });
  }
}
