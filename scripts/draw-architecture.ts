// Draws docs/architecture.md's picture and tables from what the code really imports: node scripts/draw-architecture.ts [--check]
// With --check nothing is written; exit status 1 when what is committed no longer holds (npm test does so).
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { drawFolders } from './draw-architecture/draw-folders.ts';
import { listLibraries } from './draw-architecture/list-libraries.ts';
import { cruiseSchema } from './draw-architecture/module.schema.ts';
import { scriptOptions } from './script-options.ts';

const FILE = 'docs/architecture.md';
const DRAWN = /(<!-- drawn -->\n)[\s\S]*(<!-- \/drawn -->)/;
const MOST_BYTES = 64 * 1024 * 1024;

const { values } = scriptOptions({ options: { check: { type: 'boolean', default: false } } });
const { stdout } = await promisify(execFile)(
  process.execPath,
  ['node_modules/.bin/depcruise', '--config', '.dependency-cruiser.mjs', 'src', '--output-type', 'json'],
  { maxBuffer: MOST_BYTES },
);
const { modules } = cruiseSchema.parse(
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .parse(stdout),
);
const drawn = [drawFolders(modules), listLibraries(modules)].join('\n');
const committed = await readFile(FILE, 'utf8');
const current = committed.replace(DRAWN, (_, begin: string, end: string) => `${begin}${drawn}${end}`);
if (current === committed) console.log(`${FILE} shows what the code imports.`);
else if (values.check) {
  console.error(`${FILE} no longer shows what the code imports. Run: node scripts/draw-architecture.ts`);
  process.exitCode = 1;
} else {
  await writeFile(FILE, current);
  console.log(`${FILE} is drawn anew.`);
}
