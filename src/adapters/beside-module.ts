import { extname } from 'node:path';

/**
 * The URL of a process or worker file beside the module that starts it. `stem` is its path without its ending, which is that of the module itself: `.ts` in
 * the source, `.js` in the package, where Node strips no types.
 */
export function besideModule(stem: `./${string}`, moduleUrl: string): URL {
  return new URL(`${stem}${extname(new URL(moduleUrl).pathname)}`, moduleUrl);
}
