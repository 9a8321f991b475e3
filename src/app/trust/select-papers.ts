import type { KeptFile } from '#ports/kept-files.ts';
import { searchWords } from '#text/search-words.ts';
import type { Keeping } from '../keeping/open-keeping.ts';

/** More papers than any case has. */
const ALL = 1_000_000;

/**
 * The files of a case that speak of a person: all words of the name were read in them, or stand in the name of the file. Archives and e-mails that brought
 * one of them are among them, since they hold its bytes too.
 */
export async function filesAbout(keeping: Keeping, caseId: string, person: string): Promise<KeptFile[]> {
  const files = await keeping.files.ofCase(caseId);
  const hits = new Set((await keeping.search.find(person, { caseId, limit: ALL })).map(({ fileId }) => fileId));
  const wanted = searchWords(person).map(({ word }) => word);
  const about = files.filter(({ id, name }) => hits.has(id) || (wanted.length > 0 && holdsAll(name, wanted)));
  const names = new Set(about.map(({ name }) => name));
  const isAround = ({ name, isContainer }: KeptFile): boolean =>
    isContainer && [...names].some((inner) => inner.startsWith(`${name}!/`));
  return files.filter((file) => about.includes(file) || isAround(file));
}

function holdsAll(name: string, wanted: readonly string[]): boolean {
  // In names of files, words are often tied together: Diallo_Amina.scan-2.pdf.
  const words = new Set(searchWords(name.replaceAll(/[_.-]/g, ' ')).map(({ word }) => word));
  return wanted.every((word) => words.has(word));
}
