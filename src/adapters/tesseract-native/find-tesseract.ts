import { realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const IS_WINDOWS = process.platform === 'win32';
const PROGRAM = IS_WINDOWS ? 'tesseract.exe' : 'tesseract';
/** The library of Tesseract 5 as systems name it. */
const LIBRARY = { win32: 'libtesseract-5.dll', darwin: 'libtesseract.5.dylib' };
const LIBRARY_NAME =
  process.platform === 'win32' || process.platform === 'darwin' ? LIBRARY[process.platform] : 'libtesseract.so.5';

/**
 * Where the library of an installed Tesseract may be, the likeliest place first; nothing when no `tesseract` is on the search path. The program
 * itself is not run: it loads its model anew for every call, a quarter of what a page takes.
 */
export function findTesseract(searchPath: string): string[] {
  for (const folder of searchPath.split(delimiter).filter((one) => one !== '')) {
    const program = join(folder, PROGRAM);
    if (!statSync(program, { throwIfNoEntry: false })?.isFile()) continue;
    const home = dirname(realpathSync(program));
    const beside = IS_WINDOWS ? [home] : [join(home, '..', 'lib'), join(folder, '..', 'lib')];
    // Without a folder the system looks where it keeps its libraries.
    return [...new Set(beside.map((place) => join(place, LIBRARY_NAME))).values()].filter(isFile).concat(LIBRARY_NAME);
  }
  return [];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
