import { createRequire } from 'node:module';
import { join, sep } from 'node:path';

const require = createRequire(import.meta.url);

/** The folder a package is installed in. */
export function packageFolder(name: string): string {
  const inside = join('node_modules', ...name.split('/'));
  const entry = require.resolve(name);
  return entry.slice(0, entry.lastIndexOf(inside + sep) + inside.length);
}
