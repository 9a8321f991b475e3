import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagedModels } from '#adapters/tesseract-models/packaged-models.ts';
import { documentRecordSchema } from '#domain/document-record.ts';
import { runLiasse } from '../support/run-liasse.ts';
import { tinyModel } from '../support/tiny-model.ts';

let place: string;
let rus: string;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'liasse-models-command-'));
  rus = join(place, 'rus.traineddata');
  await writeFile(rus, tinyModel());
});
afterAll(() => rm(place, { recursive: true, force: true }));

const models = (folder: string, ...args: string[]) =>
  runLiasse(['models', ...args], { env: { LIASSE_MODELS: join(place, folder) } });

/** Runs the command and kills it as soon as it has said its first word, in the middle of its work. */
function killedAtFirstWord(args: readonly string[], env: Record<string, string>): Promise<unknown> {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args], { env: { ...process.env, ...env } });
  child.stdout.once('data', () => child.kill('SIGKILL'));
  return once(child, 'close');
}

describe('liasse models', () => {
  it('lists models with what they read, and what is missing, in both languages and as JSON', async () => {
    const [english, french, asJson] = await Promise.all([
      models('none'),
      models('none', '--lang', 'fr'),
      models('none', 'list', '--json'),
    ]);
    expect(english.status).toBe(0);
    expect(english.stdout).toMatch(/kaz .*Russian \(less exactly\), Kazakh .*packaged .*2\.1 MB/);
    expect(english.stdout).toMatch(/Russian +read with kaz, less exactly.*liasse models add rus\.traineddata/);
    expect(french.stdout).toMatch(/russe +lue avec kaz, moins exactement/);
    const list = JSON.parse(asJson.stdout);
    expect(list.gaps).toContainEqual({ language: 'ru', missing: 'rus', readWith: 'kaz' });
    expect(list.models.find((model: { id: string }) => model.id === 'kaz')).toMatchObject({ source: 'packaged' });
  });

  it('teaches where models come from', async () => {
    for (const args of [['--help'], ['add', '--help'], ['verify', '--help']]) {
      const { stdout, status } = await models('none', ...args);
      expect(status).toBe(0);
      expect(stdout).toMatch(/liasse models|Exit status/);
    }
  });

  it('adds a model, says it is there already, keeps it from another one, removes it', async () => {
    const other = join(place, 'other');
    await mkdir(other);
    await writeFile(join(other, 'rus.traineddata'), tinyModel('b'));
    expect(await models('used', 'add', rus)).toMatchObject({ status: 0, stdout: 'rus: added.\n' });
    expect(await models('used', 'add', rus)).toMatchObject({
      status: 0,
      stdout: 'rus: is there already, the very same.\n',
    });
    const refused = await models('used', 'add', other);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^rus: .*--replace.*\[model-exists\]/);
    expect((await models('used')).stdout).toMatch(/rus .*Russian .*added \(rus\.traineddata\)/);
    expect(await models('used', 'add', other, '--replace')).toMatchObject({ status: 0 });
    expect(await models('used', 'remove', 'rus')).toMatchObject({ status: 0, stdout: 'rus: removed.\n' });
    expect(await models('used', 'remove', 'rus')).toMatchObject({ status: 1 });
  });

  it('refuses a wrong file, a model that is cut off and a name that is none, each with its reason', async () => {
    await writeFile(join(place, 'khm.traineddata'), tinyModel().subarray(0, 230));
    const cut = await models('refusing', 'add', join(place, 'khm.traineddata'), 'README.md', rus, '--json');
    expect(cut.status).toBe(1);
    expect(JSON.parse(cut.stdout)).toEqual([
      { id: 'khm', outcome: 'refused', error: 'not-a-model' },
      { id: null, outcome: 'refused', error: 'model-unnamed' },
      { id: 'rus', outcome: 'added', error: null },
    ]);
    expect(await models('refusing', 'add', rus, '--as', '../rus')).toMatchObject({ status: 2 });
    expect(await models('refusing', 'remove', '..')).toMatchObject({ status: 2 });
    expect(await readdir(join(place, 'refusing'))).toEqual(['rus']);
  });

  it('verifies: one changed byte is found, said with the way out, and exits with 1', async () => {
    await models('verified', 'add', rus);
    const good = await models('verified', 'verify');
    expect(good.status).toBe(0);
    expect(good.stdout).toMatch(/^\d+ models are unchanged\.\n$/);
    const file = join(place, 'verified', 'rus', 'rus.traineddata');
    const bytes = await readFile(file);
    bytes[210] = (bytes[210] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const bad = await models('verified', 'verify');
    expect(bad.status).toBe(1);
    expect(bad.stdout).toMatch(/CHANGED .*rus\.traineddata\n.*--replace/);
    const asJson = await models('verified', 'verify', 'rus', '--json');
    expect(JSON.parse(asJson.stdout)).toMatchObject([{ id: 'rus', source: 'added', state: 'changed' }]);
    expect(await models('verified', 'verify', 'fra')).toMatchObject({ status: 0 });
  });

  it('killed while it copies leaves nothing half done, and the next one works', async () => {
    const many = join(place, 'many');
    await mkdir(many);
    const big = Buffer.concat([tinyModel(), Buffer.alloc(20_000_000)]);
    await writeFile(join(many, 'aaa.traineddata'), big);
    for (const id of ['bbb', 'ccc', 'ddd']) await cp(join(many, 'aaa.traineddata'), join(many, `${id}.traineddata`));
    await killedAtFirstWord(['models', 'add', many], { LIASSE_MODELS: join(place, 'killed') });
    const checks = JSON.parse((await models('killed', 'verify', '--json')).stdout);
    const added = checks.filter((check: { source: string }) => check.source === 'added');
    expect(added.length).toBeGreaterThan(0);
    expect(added.every((check: { state: string }) => check.state === 'good')).toBe(true);
    const { stdout, status } = await models('killed', 'add', many);
    expect(status).toBe(0);
    expect(stdout.match(/^\w{3}: (added|is there already)/gm)).toHaveLength(4);
  });
});

describe('liasse intake on a Russian paper', () => {
  it('says which model is missing, and reads with it once it is added', async () => {
    const [paper = ''] = (await readdir('fixtures/documents')).filter((name) => /^100-.*-ru-/.test(name));
    const env = { LIASSE_MODELS: join(place, 'russian') };
    const read = async () => {
      const { stdout, stderr } = await runLiasse(
        ['intake', join('fixtures/documents', paper, 'input.pdf'), '--json', '-', '--as-of', '2026-11-23'],
        { env },
      );
      return { record: documentRecordSchema.parse(JSON.parse(stdout)), stderr };
    };
    const without = await read();
    expect(without.record.ocr?.pages[0]).toMatchObject({ model: 'kaz', missingModel: 'rus' });
    expect(without.record.warnings).toMatchObject([{ code: 'less-exact-model', pages: [1] }]);
    expect(without.stderr).toMatch(/1 document was read less exactly.*rus/);

    // The Kazakh model under the name of the Russian one: what counts is that it is chosen and loaded.
    const { file } = packagedModels().find(({ id }) => id === 'kaz') ?? { file: '' };
    expect(await runLiasse(['models', 'add', file, '--as', 'rus'], { env })).toMatchObject({ status: 0 });
    const withIt = await read();
    expect(withIt.record.ocr?.pages[0]).toMatchObject({ model: 'rus', missingModel: null });
    expect(withIt.record.warnings).toEqual([]);
    expect(withIt.stderr).not.toContain('rus');
  });
});
