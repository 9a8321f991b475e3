// What the browser must fetch before the first page shows: the entry, all it imports at once and one catalogue of words, compressed.
// Fails above the limit of docs/web.md. Run: npm run build:web && node scripts/measure-web.ts
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

const FOLDER = 'dist/web';
const LIMIT_BYTES = 250_000;
/** What every page asks for besides the entry: the words of one language and the page one signs in with. */
const ALWAYS_ASKED = ['words/fr.ts', 'account/sign-in-page.tsx'];

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).optional(),
    css: z.array(z.string()).optional(),
  }),
);
const manifest = manifestSchema.parse(JSON.parse(await readFile(join(FOLDER, '.vite/manifest.json'), 'utf8')));
const entries = Object.entries(manifest).flatMap(([name, chunk]) => (chunk.isEntry === true ? [name] : []));

const reached = new Set<string>();
const reach = (name: string): void => {
  if (reached.has(name)) return;
  reached.add(name);
  for (const imported of manifest[name]?.imports ?? []) reach(imported);
};
for (const name of [...entries, ...ALWAYS_ASKED]) reach(name);

async function gzipBytes(file: string): Promise<number> {
  return gzipSync(await readFile(join(FOLDER, file)), { level: 9 }).length;
}
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

let scripts = 0;
const styles = new Set<string>();
for (const name of reached) {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`${name} is not in the build`);
  const bytes = await gzipBytes(chunk.file);
  console.log(`${kilobytes(bytes).padStart(10)}  ${chunk.file}`);
  scripts += bytes;
  for (const file of chunk.css ?? []) styles.add(file);
}
let styleBytes = 0;
for (const file of styles) styleBytes += await gzipBytes(file);
console.log(
  `first page: ${kilobytes(scripts)} of script (limit ${kilobytes(LIMIT_BYTES)}), ${kilobytes(styleBytes)} of style`,
);
process.exitCode = scripts <= LIMIT_BYTES ? 0 : 1;
