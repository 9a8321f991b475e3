// Packs Liasse as npm would publish it, installs the tarball into an empty folder and uses it as somebody who has nothing else:
//   node scripts/try-package.ts            every package installed anew by npm (about 1 GB; minutes)
//   node scripts/try-package.ts --linked   the packages that package.json declares, linked from this clone: no network, seconds
// Node refuses to strip types under node_modules: what runs here is what scripts/build-package.ts compiled.
import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { scriptOptions } from './script-options.ts';

const { values } = scriptOptions({ options: { linked: { type: 'boolean', default: false } } });
const ROOT = resolve(import.meta.dirname, '..');
const PAPER = join(ROOT, 'fixtures/documents/001-police-report-fr-clean-pdf/input.pdf');
/** Through decoding, recognition and its models. */
const PHOTO = join(ROOT, 'fixtures/documents/003-police-report-fr-photo/input.jpg');
const manifestSchema = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) });
const manifest = manifestSchema.parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function run(command: string, args: readonly string[], options: SpawnOptions): Promise<Ran> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = [child.stdout === null ? '' : text(child.stdout), child.stderr === null ? '' : text(child.stderr)];
  const [code]: unknown[] = await once(child, 'exit');
  return { status: typeof code === 'number' ? code : 1, out: await out, err: await err };
}

async function mustRun(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { status, out, err } = await run(command, args, { cwd });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${out}\n${err}`);
  return out;
}

/** The tarball, and how much it weighs. With `--linked` the page is not built again: another check does that. */
async function pack(folder: string): Promise<string> {
  if (values.linked) await mustRun(process.execPath, ['scripts/build-package.ts'], ROOT);
  const scripts = values.linked ? ['--ignore-scripts'] : [];
  await mustRun('npm', ['pack', '--pack-destination', folder, ...scripts], ROOT);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack gave no tarball');
  return join(folder, tarball);
}

async function installLinked(tarball: string, folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, 'liasse'), { recursive: true });
  await mustRun('tar', ['xzf', tarball, '--strip-components=1', '-C', join(modules, 'liasse')], folder);
  for (const name of Object.keys(manifest.dependencies)) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(ROOT, 'node_modules', name), join(modules, name));
  }
  await mkdir(join(modules, '.bin'));
  await symlink('../liasse/bin/liasse.js', join(modules, '.bin/liasse'));
}

/** What a stranger would try first. Fails with what was said instead. */
async function use(folder: string): Promise<void> {
  const env = { ...process.env, LIASSE_HOME: join(folder, 'home'), XDG_CACHE_HOME: join(folder, 'cache') };
  const tries: readonly (readonly [args: readonly string[], expected: RegExp])[] = [
    [['--version'], new RegExp(`^${manifest.version.replaceAll('.', '\\.')}$`, 'm')],
    [[], /Usage: liasse/],
    [['serve', '--help'], /--port/],
    [['types', '--lang', 'en'], /police-report/],
    [['intake', PAPER, '--lang', 'en', '--as-of', '2026-11-23'], /Police report[\s\S]*1 documents?: 1 read/],
    [['intake', PHOTO, '--lang', 'en', '--as-of', '2026-11-23', '--engine', 'js'], /Police report/],
    // Through the database in process and the sealed store, each with files of its own to be found.
    [['intake', PAPER, '--case', 'first', '--lang', 'en', '--as-of', '2026-11-23'], /Police report/],
    [['results', '--case', 'first', '--lang', 'en'], /Police report/],
    [['report', '--case', 'first', '--lang', 'en'], /^/],
    [['export', '--case', 'first', '--lang', 'fr', '--as-of', '2026-11-23'], /^/],
    [['doctor', '--lang', 'en'], /Node/],
  ];
  for (const [args, expected] of tries) {
    const startedAt = performance.now();
    const { status, out, err } = await run('npx', ['--no-install', 'liasse', ...args], { cwd: folder, env });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    // `liasse doctor` finds things to mind on a new machine, which is no failure of the package.
    if ((status !== 0 && args[0] !== 'doctor') || !expected.test(out))
      throw new Error(`liasse ${args.join(' ')} ended with ${status}\n${out}\n${err}`);
    console.log(`liasse ${args.join(' ').replace(PAPER, 'input.pdf').replace(PHOTO, 'input.jpg')}  ${seconds} s`);
  }
}

const folder = await mkdtemp(join(tmpdir(), 'liasse-package-'));
try {
  const tarball = await pack(folder);
  const place = join(folder, 'clean');
  await mkdir(place);
  await writeFile(join(place, 'package.json'), '{ "private": true }\n');
  if (values.linked) await installLinked(tarball, place);
  else await mustRun('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], place);
  const files = await readdir(join(place, 'node_modules/liasse'), { recursive: true });
  console.log(`${files.length} files in the package`);
  await use(place);
  console.log('The package works.');
} finally {
  await rm(folder, { recursive: true, force: true });
}
