// Compiles src into dist for the npm package: Node runs our TypeScript as it is, but strips no types of what lies under node_modules.
// `npm pack` runs it (prepack); dist/web, the page, is built beside it by scripts/build-web.ts.
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(ROOT, 'src');
const TARGET = join(ROOT, 'dist');
/** Is built by Vite, and stays. */
const PAGE = 'web';
/** Read at run time, from beside the module that reads it. */
const DATA: ReadonlySet<string> = new Set(['.json', '.yaml']);
const COMPILER_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

await emptyTarget();
const files = (await readdir(SOURCE, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(SOURCE.length + 1))
  .filter((path) => !path.startsWith(`${PAGE}/`) && !path.endsWith('.d.ts'));
for (const path of files) await carryOver(path);
// `#adapters/x.ts` means ./adapters/x.js here: the manifest that is nearest decides.
const manifest = { type: 'module', imports: { '#*.ts': './*.js' } };
await writeFile(join(TARGET, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);

async function emptyTarget(): Promise<void> {
  await mkdir(TARGET, { recursive: true });
  for (const name of await readdir(TARGET)) if (name !== PAGE) await rm(join(TARGET, name), { recursive: true });
}

/** One file of src into dist: compiled, or copied when it is data. Types were checked before (`npm run types`). */
async function carryOver(path: string): Promise<void> {
  const from = join(SOURCE, path);
  const to = join(TARGET, path);
  await mkdir(dirname(to), { recursive: true });
  if (extname(path) === '.ts') {
    const { outputText } = ts.transpileModule(await readFile(from, 'utf8'), {
      fileName: from,
      compilerOptions: COMPILER_OPTIONS,
    });
    await writeFile(`${to.slice(0, -'.ts'.length)}.js`, outputText);
  } else if (DATA.has(extname(path))) await copyFile(from, to);
}
