import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderBlobStore } from '#adapters/blob-folder/create-folder-blob-store.ts';
import { type DatabaseInspection, inspectDatabase } from '#adapters/sql/inspect-database.ts';
import { openDatabase } from '#adapters/sql/open-database.ts';
import { checkBlobs } from '#app/doctor/checks/check-blobs.ts';
import { checkClock } from '#app/doctor/checks/check-clock.ts';
import { checkDatabase } from '#app/doctor/checks/check-database.ts';
import { checkDisk } from '#app/doctor/checks/check-disk.ts';
import { checkEngine } from '#app/doctor/checks/check-engine.ts';
import { checkHome } from '#app/doctor/checks/check-home.ts';
import { checkKey } from '#app/doctor/checks/check-key.ts';
import { checkMemory } from '#app/doctor/checks/check-memory.ts';
import { checkReadingModels } from '#app/doctor/checks/check-models.ts';
import { checkNode } from '#app/doctor/checks/check-node.ts';
import { checkAllPipelines } from '#app/doctor/checks/check-pipelines.ts';
import { checkSettings } from '#app/doctor/checks/check-settings.ts';
import { checkStores } from '#app/doctor/checks/check-stores.ts';
import { checkWork } from '#app/doctor/checks/check-work.ts';
import type { DoctorEnvironment } from '#app/doctor/doctor-environment.ts';
import { checkInstallation } from '#app/keeping/check-installation.ts';
import { PIPELINES } from '#app/pipeline-folders.ts';
import { LiasseFailure } from '#domain/failure.ts';

let root: string;
/** Of a real database in a folder, in which one item of work failed for good. */
let kept: string;
let inspection: DatabaseInspection;
const isRoot = process.getuid?.() === 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'liasse-doctor-'));
  kept = join(root, 'kept');
  const { db, close } = await openDatabase({ home: kept });
  const about = { id: randomUUID(), kind: 'file', subject: randomUUID() };
  await db
    .insertInto('work')
    .values({ ...about, class: 0, rank: 1, state: 'dead', failure: 'page-timeout' })
    .execute();
  await close();
  const found = await inspectDatabase({ home: kept });
  if (found === undefined) throw new Error('the database was not found');
  inspection = found;
}, 60_000);
afterAll(async () => {
  await inspection.close();
  await rm(root, { recursive: true, force: true });
});

const noDatabase = () => Promise.resolve(undefined);
const awayDatabase = () => Promise.reject(new LiasseFailure('database-away', 'ECONNREFUSED'));

describe('settings', () => {
  it('that name a file which is not there are told with the file', async () => {
    const failure = await readFile(join(root, 'no-secret')).catch((error: unknown) => error);
    expect(await checkSettings({ settingsFailure: failure })).toMatchObject({
      state: 'broken',
      facts: { path: join(root, 'no-secret'), code: 'ENOENT' },
    });
    expect(await checkSettings({ settingsFailure: undefined })).toMatchObject({ state: 'ok' });
  });
});

describe('node', () => {
  it.each([
    ['24.21.0', 'ok'],
    ['26.0.0', 'ok'],
    ['22.11.0', 'broken'],
    ['9.0.0', 'broken'],
  ])('%s is %s', async (nodeVersion, state) => {
    expect((await checkNode({ nodeVersion })).state).toBe(state);
  });
});

describe('models', () => {
  it('are good as they come', async () => {
    const places = { added: join(root, 'no-models'), system: [] };
    expect(await checkReadingModels({ models: places, pipelines: PIPELINES })).toMatchObject({
      state: 'ok',
      code: 'models-good',
    });
  });

  it('that were added and then damaged are broken, by name', async () => {
    const added = join(root, 'models');
    await mkdir(join(added, 'rus'), { recursive: true });
    const card = { sha256: '0'.repeat(64), bytes: 7, origin: 'rus.traineddata' };
    await writeFile(join(added, 'rus', 'rus.traineddata'), 'damaged');
    await writeFile(join(added, 'rus', 'model.json'), JSON.stringify(card));
    expect(await checkReadingModels({ models: { added, system: [] }, pipelines: PIPELINES })).toMatchObject({
      state: 'broken',
      facts: { packaged: [], added: ['rus'] },
    });
  });
});

describe('the engine', () => {
  it('is told with its version, or with why it does not start', async () => {
    const tryEngine: DoctorEnvironment['tryEngine'] = () => Promise.resolve({ isNative: true, version: '5.3.0' });
    expect(await checkEngine({ tryEngine })).toMatchObject({ state: 'ok', code: 'engine-native' });
    const failing = () => Promise.reject(new LiasseFailure('engine-missing'));
    expect(await checkEngine({ tryEngine: failing })).toMatchObject({
      state: 'broken',
      facts: { code: 'engine-missing' },
    });
  });
});

describe('pipelines', () => {
  it('are named when they can be used', async () => {
    expect(await checkAllPipelines({ pipelines: PIPELINES })).toMatchObject({ state: 'ok' });
  });

  it('with a mistake in a file are broken, and the line is told; so is a folder without any', async () => {
    const pipelines = join(root, 'pipelines');
    await cp(PIPELINES, pipelines, { recursive: true });
    await writeFile(join(pipelines, 'humanitarian-permit', 'pipeline.yaml'), 'id: humanitarian-permit\n');
    const found = await checkAllPipelines({ pipelines });
    expect(found).toMatchObject({ state: 'broken', code: 'pipelines-wrong' });
    expect(JSON.stringify(found.facts)).toContain('pipeline.yaml:1');
    expect((await checkAllPipelines({ pipelines: join(root, 'nowhere') })).state).toBe('broken');
  });
});

describe('the home', () => {
  it('that nobody else can read is good', async () => {
    const home = join(root, 'home');
    await mkdir(home, { mode: 0o700 });
    expect(await checkHome({ home })).toMatchObject({ state: 'ok', code: 'home-good' });
  });

  it('that is not there yet is good where it can be made, and is not made by looking', async () => {
    const home = join(root, 'not', 'yet');
    expect(await checkHome({ home })).toMatchObject({ state: 'ok', code: 'home-not-yet' });
    expect(await checkHome({ home })).toMatchObject({ code: 'home-not-yet' });
  });

  it('that others can read is a warning', async () => {
    const home = join(root, 'open');
    await mkdir(home);
    await chmod(home, 0o755);
    expect(await checkHome({ home })).toMatchObject({ state: 'warning', code: 'home-open' });
  });

  it('that is a file, or below one, is broken', async () => {
    const home = join(root, 'file');
    await writeFile(home, '');
    expect(await checkHome({ home })).toMatchObject({ state: 'broken', code: 'home-not-writable' });
    expect(await checkHome({ home: join(home, 'below') })).toMatchObject({ state: 'broken' });
  });

  it.skipIf(isRoot)('that may not be written to is broken', async () => {
    const home = join(root, 'read-only');
    await mkdir(home, { mode: 0o500 });
    expect(await checkHome({ home })).toMatchObject({ state: 'broken', code: 'home-not-writable' });
  });

  it('on a disk that is read-only is broken', async () => {
    expect((await checkHome({ home: '/proc' })).state).toBe('broken');
  });
});

describe('a disk', () => {
  it.each([
    ['room enough', { lowBytes: 1, fullBytes: 1 }, 'ok'],
    ['less than a big case needs', { lowBytes: 1e18, fullBytes: 1 }, 'warning'],
    ['hardly any room', { lowBytes: 1e18, fullBytes: 1e18 }, 'broken'],
  ])('with %s', async (_, needs, state) => {
    expect((await checkDisk(join(root, 'not', 'there', 'yet'), needs)).state).toBe(state);
  });
});

describe('memory', () => {
  it.each([
    [8e9, 'ok'],
    [1e9, 'warning'],
    [3e8, 'broken'],
  ])('of %d bytes is %s', async (availableBytes, state) => {
    expect((await checkMemory({ memory: { availableBytes, totalBytes: 16e9 } })).state).toBe(state);
  });
});

describe('the clock', () => {
  const right = {
    now: new Date('2026-11-24T12:00:00Z'),
    installedAt: new Date('2026-11-01T12:00:00Z'),
    zoneAsked: undefined,
    zoneUsed: 'Europe/Paris',
  };

  it.each([
    ['right', right, 'clock-good'],
    ['in UTC since nobody said otherwise', { ...right, zoneUsed: 'UTC' }, 'zone-not-set'],
    ['in UTC since somebody wanted it', { ...right, zoneUsed: 'UTC', zoneAsked: 'Etc/UTC' }, 'clock-good'],
    ['in UTC since the zone is misspelt', { ...right, zoneUsed: 'UTC', zoneAsked: 'Europe/Pariss' }, 'zone-unknown'],
    ['at its beginning, as after a dead battery', { ...right, now: new Date(0) }, 'clock-behind'],
  ])('is %s', async (_, clock, code) => {
    expect((await checkClock({ clock, database: noDatabase })).code).toBe(code);
  });

  it('that goes wrong against the database’s is broken; a database that is away says nothing about it', async () => {
    const ahead = () => Promise.resolve({ ...inspection, aheadMs: 90_000 });
    expect(await checkClock({ clock: right, database: ahead })).toMatchObject({
      state: 'broken',
      code: 'clock-differs',
      facts: { seconds: 90 },
    });
    expect((await checkClock({ clock: right, database: awayDatabase })).state).toBe('ok');
  });
});

describe('the database in the home', () => {
  it('that was never made is good, and is not made by looking', async () => {
    const home = join(root, 'no-database');
    const database = () => inspectDatabase({ home });
    for (let times = 0; times < 2; times += 1)
      expect(await checkDatabase({ database, isDatabaseServer: false, home })).toMatchObject({
        state: 'ok',
        code: 'database-not-yet',
      });
  });

  it('is looked at together with the work in it and its key; what is newer than this Liasse is broken', async () => {
    const database = () => Promise.resolve(inspection);
    const about = { isDatabaseServer: false, home: kept };
    expect(await checkDatabase({ ...about, database })).toMatchObject({ state: 'ok', code: 'database-embedded' });
    expect(await checkWork({ database })).toMatchObject({
      state: 'warning',
      facts: { items: 1, codes: ['page-timeout'] },
    });
    const masterKey = { home: kept, file: undefined, text: undefined, previousFile: undefined };
    expect(await checkKey({ database, masterKey })).toMatchObject({ state: 'ok', code: 'key-not-yet' });
    const changed = (change: Partial<DatabaseInspection>) =>
      checkDatabase({ ...about, database: () => Promise.resolve({ ...inspection, ...change }) });
    expect(await changed({ unknown: ['9999-later'] })).toMatchObject({ state: 'broken', code: 'database-newer' });
    expect(await changed({ pending: ['9999-later'] })).toMatchObject({ state: 'warning', code: 'database-behind' });
    expect(await changed({ version: 14 })).toMatchObject({ state: 'broken', code: 'database-old' });
    expect(await changed({ isSafe: false })).toMatchObject({ state: 'warning', code: 'database-unsafe' });
  });

  it('that does not answer makes neither work nor key look good', async () => {
    const about = { database: awayDatabase, isDatabaseServer: true, home: root };
    expect(await checkDatabase(about)).toMatchObject({ state: 'broken', code: 'database-away' });
    expect((await checkWork(about)).state).toBe('warning');
    const masterKey = { home: root, file: undefined, text: undefined, previousFile: undefined };
    expect((await checkKey({ ...about, masterKey })).state).toBe('warning');
  });
});

describe('the master key', () => {
  const masterKey = (file: string) => ({ home: root, file, text: undefined, previousFile: undefined });

  it('whose file is no key is broken', async () => {
    const file = join(root, 'broken.key');
    await writeFile(file, 'not a key');
    expect(await checkKey({ database: noDatabase, masterKey: masterKey(file) })).toMatchObject({
      state: 'broken',
      code: 'key-unreadable',
      facts: { code: 'master-key-malformed' },
    });
  });
});

describe('the place of originals', () => {
  const blobsAt = (place: string): DoctorEnvironment['blobs'] => ({
    place,
    isThere: () => Promise.resolve(true),
    isShared: false,
    open: () => createFolderBlobStore(place),
  });

  it('is good where a blob can be kept and found again, and nothing is left there', async () => {
    const place = join(root, 'blobs');
    expect(await checkBlobs({ blobs: blobsAt(place) })).toMatchObject({ state: 'ok', code: 'blobs-good' });
    expect(await Array.fromAsync(createFolderBlobStore(place).list(''))).toEqual([]);
  });

  it('is broken where that fails, or can’t even be tried', async () => {
    const blocked = join(root, 'not-a-folder');
    await writeFile(blocked, '');
    expect(await checkBlobs({ blobs: blobsAt(join(blocked, 'below')) })).toMatchObject({ state: 'broken' });
    const misconfigured = () => {
      throw new LiasseFailure('s3-misconfigured');
    };
    expect(await checkBlobs({ blobs: { ...blobsAt('s3://bucket'), open: misconfigured } })).toMatchObject({
      state: 'broken',
      facts: { place: 's3://bucket', code: 's3-misconfigured' },
    });
  });
});

describe('several machines', () => {
  const blobs = (isShared: boolean, place = join(root, 'unmarked')) => ({
    ...{ place, isShared, isThere: () => Promise.resolve(true) },
    open: () => createFolderBlobStore(place),
  });
  const alone = { isDatabaseServer: false, database: noDatabase, redisUrl: undefined };
  const server = { isDatabaseServer: true, database: () => Promise.resolve(inspection), redisUrl: undefined };

  it('are none where nothing is said of others', async () => {
    expect((await checkStores({ ...alone, blobs: blobs(false) })).code).toBe('stores-alone');
  });

  it('can’t work together on the database of one of them', async () => {
    expect(await checkStores({ ...alone, blobs: blobs(true), redisUrl: 'redis://x' })).toMatchObject({
      state: 'broken',
      facts: { missing: 'database' },
    });
  });

  it('share a bucket, or a folder that carries the mark of the database', async () => {
    expect((await checkStores({ ...server, blobs: blobs(true) })).code).toBe('stores-shared');
    expect((await checkStores({ ...server, blobs: blobs(false) })).code).toBe('stores-not-yet');
    const marked = blobs(false, join(root, 'marked'));
    await checkInstallation({ db: inspection.db, blobs: marked.open() }, { database: { url: 'x' }, redisUrl: 'x' });
    expect((await checkStores({ ...server, blobs: marked })).code).toBe('stores-shared');
    expect(await checkStores({ ...server, blobs: blobs(false) })).toMatchObject({
      state: 'broken',
      facts: { missing: 'blobs' },
    });
    expect((await checkStores({ ...server, database: awayDatabase, blobs: marked })).code).toBe('stores-unknown');
  });
});
