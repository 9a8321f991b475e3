import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageFolder } from './package-folder.ts';

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
