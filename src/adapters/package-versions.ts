import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const manifestSchema = z.object({ version: z.string() });

/** `name@version` of each package, for fingerprints of tools. Reads the manifest itself: many packages do not export it. */
export function packageVersions(names: readonly string[]): string {
  return names
    .map(
      (name) =>
        `${name}@${manifestSchema.parse(JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8'))).version}`,
    )
    .join(' ');
}

/** The folder a package is installed in. */
export function packageFolder(name: string): string {
  const inside = join('node_modules', ...name.split('/'));
  const entry = require.resolve(name);
  return entry.slice(0, entry.lastIndexOf(inside + sep) + inside.length);
}
