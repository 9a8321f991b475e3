import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type KeptPaper, keptPaperSchema, type PaperStore } from '#ports/paper-store.ts';
import { writeWhole } from '../write-whole.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);

const ENDING = '.json.gz';
/** Letters of a file's hash that its papers' names begin with. */
const HASH_LETTERS = 20;

/** The papers of each case in a folder of its own (`<cases>/<case>/papers`), one compressed file a paper, readable by its owner only. */
export function createFolderPaperStore(cases: string): PaperStore {
  const folderOf = (caseName: string): string => join(cases, caseName, 'papers');
  const nameOf = (sha256: string, id: string): string => `${sha256.slice(0, HASH_LETTERS)}.${id}${ENDING}`;

  async function read(caseName: string, name: string): Promise<KeptPaper> {
    return keptPaperSchema.parse(
      JSON.parse((await expand(await readFile(join(folderOf(caseName), name)))).toString('utf8')),
    );
  }

  return {
    save: async (caseName, paper) => {
      const path = join(folderOf(caseName), nameOf(paper.sha256, paper.id));
      await writeWhole(path, await compress(JSON.stringify(paper)));
    },
    find: async (idPrefix, caseName) => {
      const found: { caseName: string; paper: KeptPaper }[] = [];
      for (const one of caseName === undefined ? await namesIn(cases) : [caseName])
        for (const name of (await namesIn(folderOf(one))).filter((paper) => idOf(paper).startsWith(idPrefix)))
          found.push({ caseName: one, paper: await read(one, name) });
      return found;
    },
    ofFile: async (caseName, sha256) => {
      const names = (await namesIn(folderOf(caseName))).filter((name) =>
        name.startsWith(sha256.slice(0, HASH_LETTERS)),
      );
      const papers = await Promise.all(names.map((name) => read(caseName, name)));
      return papers.sort((a, b) => firstPage(a) - firstPage(b));
    },
    keepOnly: async (caseName, sha256, ids) => {
      const kept = new Set(ids.map((id) => nameOf(sha256, id)));
      for (const name of await namesIn(folderOf(caseName)))
        if (name.startsWith(sha256.slice(0, HASH_LETTERS)) && !kept.has(name))
          await rm(join(folderOf(caseName), name), { force: true });
    },
  };
}

function firstPage({ pages }: KeptPaper): number {
  return pages[0]?.page ?? 1;
}

function idOf(name: string): string {
  return name.slice(HASH_LETTERS + 1, -ENDING.length);
}

/** What lies in a folder, in the order of names; nothing when it is not there. Drafts of a run that was killed are passed over. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.endsWith('.part')).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}
