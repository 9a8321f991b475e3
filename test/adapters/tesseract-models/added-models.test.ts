import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addedModels } from '#adapters/tesseract-models/added-models.ts';
import { installedModels } from '#adapters/tesseract-models/installed-models.ts';
import { removeModel, storeModel } from '#adapters/tesseract-models/store-model.ts';
import { verifyModels } from '#adapters/tesseract-models/verify-models.ts';
import { addModels, listModels, removeModels } from '#app/models.ts';
import { humanitarianReading } from '../../support/humanitarian-reading.ts';
import { packTar } from '../../support/pack-tar.ts';
import { tinyModel } from '../../support/tiny-model.ts';

let place: string;
let folder: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'liasse-added-'));
  folder = join(place, 'models');
});
afterEach(() => rm(place, { recursive: true, force: true }));

const rus = { id: 'rus', bytes: tinyModel(), origin: 'rus.traineddata' };
const otherRus = { ...rus, bytes: tinyModel('b') };
const places = () => ({ added: folder, system: [] });
const usable = () => addedModels(folder).flatMap(({ id, model }) => (model === undefined ? [] : [id]));
const modelFile = () => join(folder, 'rus', 'rus.traineddata');

/** Writes files below the test's folder and gives the path of the folder. */
async function given(files: Readonly<Record<string, Buffer | string>>): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(place, 'given', name, '..'), { recursive: true });
    await writeFile(join(place, 'given', name), content);
  }
  return join(place, 'given');
}

/** Adds and says in one line what became of each model. */
async function add(path: string, options: { asId?: string; isReplacing?: boolean } = {}): Promise<string[]> {
  const results = await Array.fromAsync(addModels([path], { folder, isReplacing: false, ...options }));
  return results.map(({ id, outcome, failure }) => `${id} ${failure?.code ?? outcome}`);
}

describe('adding a model', () => {
  it('keeps it whole, unpacked, with its hash; it can be used from then on', async () => {
    const path = await given({ 'rus.traineddata.gz': gzipSync(rus.bytes) });
    expect(await add(join(path, 'rus.traineddata.gz'))).toEqual(['rus added']);
    expect(await readFile(modelFile())).toEqual(rus.bytes);
    expect(installedModels(places()).find(({ id }) => id === 'rus')).toMatchObject({
      source: 'added',
      file: modelFile(),
      origin: 'rus.traineddata.gz',
    });
    expect((await readdir(folder)).toSorted()).toEqual(['rus']);
  });

  it('of a folder takes every model in it at any depth, and each that can’t be taken is refused alone', async () => {
    const path = await given({
      'rus.traineddata': rus.bytes,
      'deep/er/khm.traineddata': rus.bytes,
      'lao.traineddata': rus.bytes.subarray(0, 240),
      'tel.traineddata.gz': 'no gzip',
      'script/Cyrillic.traineddata': rus.bytes,
      'osd.traineddata': rus.bytes,
      'readme.txt': 'text',
    });
    expect((await add(path)).toSorted()).toEqual(['khm added', 'lao not-a-model', 'rus added', 'tel not-a-model']);
    expect(usable()).toEqual(['khm', 'rus']);
  });

  it('of an npm package takes the build that Liasse uses, from its folder and from its archive', async () => {
    const files = {
      'package/package.json': Buffer.from('{"name":"@tesseract.js-data/rus","version":"1.0.0"}'),
      'package/4.0.0/rus.traineddata.gz': gzipSync(otherRus.bytes),
      'package/4.0.0_best_int/rus.traineddata.gz': gzipSync(rus.bytes),
    };
    const path = await given({ ...files, 'rus-1.0.0.tgz': gzipSync(packTar(files)) });
    expect(await add(join(path, 'rus-1.0.0.tgz'))).toEqual(['rus added']);
    expect(await readFile(modelFile())).toEqual(rus.bytes);
    expect(await add(join(path, 'package'))).toEqual(['rus unchanged']);
  });

  it('takes nothing from an archive that is cut off', async () => {
    const tar = packTar({ 'package/a/rus.traineddata': rus.bytes, 'package/b/khm.traineddata': rus.bytes });
    const path = await given({
      'cut.tgz': gzipSync(tar.subarray(0, 1_600)),
      'cut2.tgz': gzipSync(tar).subarray(0, -20),
    });
    expect(await add(join(path, 'cut.tgz'))).toEqual(['null not-a-model']);
    expect(await add(join(path, 'cut2.tgz'))).toEqual(['null not-a-model']);
    expect(usable()).toEqual([]);
  });

  it('wants to know which model a file is, and takes the name it is told', async () => {
    const path = await given({ 'Cyrillic.traineddata': rus.bytes });
    expect(await add(join(path, 'Cyrillic.traineddata'))).toEqual(['null model-unnamed']);
    expect(await add(join(path, 'Cyrillic.traineddata'), { asId: 'rus' })).toEqual(['rus added']);
    const several = await given({ 'two/kaz.traineddata': rus.bytes, 'two/ukr.traineddata': otherRus.bytes });
    expect(await add(join(several, 'two'), { asId: 'bul' })).toEqual(['bul model-ambiguous']);
  });

  it('never writes outside its folder, whatever the names in an archive are', async () => {
    const path = await given({ 'evil.tgz': gzipSync(packTar({ '../../../rus.traineddata': rus.bytes })) });
    expect(await add(join(path, 'evil.tgz'))).toEqual(['rus added']);
    expect((await readdir(place)).toSorted()).toEqual(['given', 'models']);
  });

  it.each([
    ['a text', 'rus.traineddata', 'not a model at all', 'rus not-a-model'],
    ['an empty file', 'rus.traineddata', '', 'rus not-a-model'],
    ['the model of script and direction', 'osd.traineddata', rus.bytes, 'osd not-a-model'],
  ])('refuses %s', async (_what, name, content, expected) => {
    const path = await given({ [name]: content });
    expect(await add(join(path, name))).toEqual([expected]);
    expect(usable()).toEqual([]);
  });

  it('says so when there is nothing, or no model, at the path', async () => {
    expect(await add(join(place, 'nowhere'))).toEqual(['null no-such-file']);
    expect(await add(await given({ 'readme.txt': 'text' }))).toEqual(['null no-models']);
  });
});

describe('a model that is there already', () => {
  it('is kept: the same bytes are no news, others need --replace', async () => {
    expect(await storeModel(folder, rus, false)).toBe('added');
    expect(await storeModel(folder, rus, false)).toBe('unchanged');
    await expect(storeModel(folder, otherRus, false)).rejects.toThrow('model-exists');
    expect(await readFile(modelFile())).toEqual(rus.bytes);
    expect(await storeModel(folder, otherRus, true)).toBe('replaced');
    expect(await readFile(modelFile())).toEqual(otherRus.bytes);
    expect(await readdir(folder)).toEqual(['rus']);
  });

  it('because it comes with Liasse is not put aside silently, and is back when the added one is removed', async () => {
    const fra = { ...rus, id: 'fra' };
    const source = () => installedModels(places()).find(({ id }) => id === 'fra')?.source;
    await expect(storeModel(folder, fra, false)).rejects.toThrow('model-exists');
    expect(source()).toBe('packaged');
    await storeModel(folder, fra, true);
    expect(source()).toBe('added');
    expect(listModels(humanitarianReading(), places()).models.find(({ id }) => id === 'fra')?.isInPlaceOfPackaged).toBe(
      true,
    );
    await removeModel(folder, 'fra');
    expect(source()).toBe('packaged');
  });

  it('twice in one folder with different bytes is taken from neither place, with the same bytes once', async () => {
    const path = await given({ 'a/rus.traineddata': rus.bytes, 'b/rus.traineddata': otherRus.bytes });
    expect(await add(path)).toEqual(['rus model-ambiguous']);
    await cp(join(path, 'a/rus.traineddata'), join(path, 'b/rus.traineddata'));
    expect(await add(path)).toEqual(['rus added']);
  });

  it('or comes at the same moment: one wins whole, the other is told', async () => {
    const outcomes = await Promise.allSettled([storeModel(folder, rus, false), storeModel(folder, otherRus, false)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'model-exists' });
    expect(verifyModels(places()).filter(({ source }) => source === 'added')).toMatchObject([
      { id: 'rus', state: 'good' },
    ]);
    expect(await readdir(folder)).toEqual(['rus']);
  });
});

describe('a copy that was interrupted', () => {
  it('leaves nothing that is used, does not stop the next one, and is swept away later', async () => {
    const draft = join(folder, '.rus.0-0.part');
    await mkdir(draft, { recursive: true });
    await writeFile(join(draft, 'rus.traineddata'), rus.bytes.subarray(0, 100));
    expect(usable()).toEqual([]);
    expect(await storeModel(folder, rus, false)).toBe('added');
    expect(await readdir(folder)).toContain('.rus.0-0.part');
    await utimes(draft, 0, 0);
    await storeModel(folder, otherRus, true);
    expect(await readdir(folder)).toEqual(['rus']);
  });

  it('into a place that can’t be written says so and names the way out', async () => {
    await writeFile(folder, 'a file where the folder should be');
    await expect(storeModel(folder, rus, false)).rejects.toMatchObject({ code: 'model-folder-closed' });
  });
});

describe('a file that is far too large', () => {
  it('is refused before it is read', async () => {
    const path = await given({ 'rus.traineddata': '' });
    await truncate(join(path, 'rus.traineddata'), 5_000_000_000);
    expect(await add(path)).toEqual(['rus not-a-model']);
  });
});

describe('removing a model', () => {
  it('takes away added ones only, and none when one of the names is wrong', async () => {
    await storeModel(folder, rus, false);
    await expect(removeModels(['rus', 'fra'], folder)).rejects.toMatchObject({ code: 'model-not-added' });
    expect(usable()).toEqual(['rus']);
    await removeModels(['rus', 'rus'], folder);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('verifying models', () => {
  const stateOf = (wanted: string) => verifyModels(places()).find(({ id }) => id === wanted)?.state;

  it('finds every model that comes with Liasse as it was published', () => {
    const checks = verifyModels(places());
    expect(checks.length).toBeGreaterThan(50);
    expect(checks.filter(({ state }) => state !== 'good')).toEqual([]);
  });

  it('finds one changed byte of an added model, though its size and structure are the same', async () => {
    await storeModel(folder, rus, false);
    expect(stateOf('rus')).toBe('good');
    const changed = Buffer.from(rus.bytes);
    changed[210] = (changed[210] ?? 0) ^ 1;
    await writeFile(modelFile(), changed);
    expect(stateOf('rus')).toBe('changed');
    // It is repaired by adding it once more.
    expect(await storeModel(folder, rus, true)).toBe('replaced');
    expect(stateOf('rus')).toBe('good');
  });

  it('finds a model that is cut off, gone, or without its card; none of them is used', async () => {
    await storeModel(folder, rus, false);
    await writeFile(modelFile(), rus.bytes.subarray(0, 250));
    expect([stateOf('rus'), usable()]).toEqual(['changed', []]);
    expect(listModels(humanitarianReading(), places()).unusable).toEqual(['rus']);
    await rm(modelFile());
    expect([stateOf('rus'), usable()]).toEqual(['missing', []]);
    await writeFile(modelFile(), rus.bytes);
    await writeFile(join(folder, 'rus', 'model.json'), '{"sha256":');
    expect([stateOf('rus'), usable()]).toEqual(['changed', []]);
  });
});

describe('models of a tesseract on this machine', () => {
  it('are used where there is no other, when the recogniser can load them', async () => {
    const tessdata = await given({
      'rus.traineddata': rus.bytes,
      'fra.traineddata': rus.bytes,
      'khm.traineddata': tinyModel('a', 17),
      'lao.traineddata': 'nonsense',
    });
    const models = installedModels({ added: folder, system: [join(place, 'nowhere'), tessdata] });
    expect(models.filter(({ source }) => source === 'system').map(({ id }) => id)).toEqual(['rus']);
    expect(models.find(({ id }) => id === 'fra')?.source).toBe('packaged');
    await storeModel(folder, rus, false);
    expect(installedModels({ added: folder, system: [tessdata] }).find(({ id }) => id === 'rus')?.source).toBe('added');
  });
});

describe('the list of models', () => {
  it('says which languages lack their own model, until it is added', async () => {
    const reading = humanitarianReading();
    const gapOf = (language: string) => listModels(reading, places()).gaps.find((gap) => gap.language === language);
    expect(gapOf('ru')).toEqual({ language: 'ru', missing: 'rus', readWith: 'kaz' });
    expect(gapOf('km')).toEqual({ language: 'km', missing: 'khm', readWith: null });
    expect(gapOf('fr')).toBeUndefined();
    await storeModel(folder, rus, false);
    expect(gapOf('ru')).toBeUndefined();
    expect(listModels(reading, places()).models.find(({ id }) => id === 'rus')?.languages).toEqual([
      { code: 'ru', isExact: true },
    ]);
  });
});
