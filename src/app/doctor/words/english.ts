import { KEYS_EN } from '../../keeping/keys/keys-messages.ts';
import type { DoctorWords } from './doctor-words.ts';
import { gigabytes } from './gigabytes.ts';

const size = (bytes: number): string => gigabytes(bytes, 'en');

/** What the doctor says in English. */
export const ENGLISH: DoctorWords = {
  states: { ok: 'ok', warning: 'warning', broken: 'broken' },
  checks: {
    settings: 'Settings',
    node: 'Node',
    models: 'Reading models',
    engine: 'Reading engine',
    pipelines: 'Pipelines',
    home: 'Folder of Liasse',
    'disk-home': 'Disk of that folder',
    'disk-temp': 'Disk for drafts',
    memory: 'Memory',
    clock: 'Clock',
    key: 'Master key',
    database: 'Database',
    blobs: 'Originals',
    redis: 'Redis',
    stores: 'Several machines',
    work: 'Work',
  },
  sentences: {
    'settings-good': () => 'the environment variables could be read.',
    'settings-unreadable': ({ path, code }) =>
      path === ''
        ? `an environment variable can’t be used (${code}).`
        : `an environment variable names a file that can’t be read: ${path} (${code}).`,
    'node-good': ({ version }) => `${version}.`,
    'node-old': ({ version, needed }) => `${version} is too old, ${needed} is needed.`,
    'models-good': ({ models, lacking }) =>
      `${models} models, unchanged${lacking === 0 ? '.' : `; ${lacking} languages lack their own (liasse models).`}`,
    'models-spoilt': ({ packaged, added }) => `damaged or missing: ${[...packaged, ...added].join(', ')}.`,
    'engine-native': ({ version }) => `Tesseract ${version} of this machine.`,
    'engine-js': ({ version }) =>
      `tesseract.js ${version}. With Tesseract 5 installed, pages are read in two thirds of the time.`,
    'engine-broken': ({ code }) => `does not start (${code}).`,
    'pipelines-good': ({ pipelines }) => `${pipelines.join(', ')}.`,
    'pipelines-wrong': ({ problems }) =>
      problems.length === 0 ? 'there is none.' : `can’t be used: ${problems.join('; ')}`,
    'home-good': ({ path }) => `${path}.`,
    'home-not-yet': ({ path }) => `${path} will be made at first use.`,
    'home-open': ({ path }) => `others on this machine can look into ${path}.`,
    'home-not-writable': ({ path }) =>
      `Liasse can’t write to ${path}. Change its owner, or choose another (LIASSE_HOME).`,
    'disk-good': ({ place, freeBytes }) => `${size(freeBytes)} free at ${place}.`,
    'disk-low': ({ place, freeBytes }) => `only ${size(freeBytes)} free at ${place}: the next big case may not fit.`,
    'disk-full': ({ place, freeBytes }) => `${size(freeBytes)} free at ${place}: work will stop. Make room.`,
    'memory-good': ({ availableBytes, totalBytes }) => `${size(availableBytes)} available of ${size(totalBytes)}.`,
    'memory-low': ({ availableBytes, totalBytes }) =>
      `${size(availableBytes)} available of ${size(totalBytes)}: read one page at a time.`,
    'memory-short': ({ availableBytes, totalBytes }) =>
      `${size(availableBytes)} available of ${size(totalBytes)}: the system may end Liasse while it reads. End other programs.`,
    'clock-good': ({ zone }) => `right; days are those of ${zone}.`,
    'clock-behind': ({ now }) =>
      `it says ${now.slice(0, 10)}, before Liasse was installed: papers would be judged as of a wrong day.`,
    'clock-differs': ({ seconds }) =>
      `${Math.abs(seconds)} s ${seconds > 0 ? 'behind' : 'ahead of'} the database’s: set both, or work is done twice.`,
    'zone-unknown': ({ asked }) => `TZ=${asked} is no time zone; days are counted in UTC.`,
    'zone-not-set': () => 'days are counted in UTC: around midnight, papers are judged as of another day.',
    'key-good': ({ fingerprint, copies }) => `${fingerprint}, opens what is kept; ${copies} copies known.`,
    'key-not-yet': ({ place }) =>
      `will be made at first use, in ${place}. Copy it elsewhere then (liasse keys backup).`,
    'key-at-risk': ({ warning }) => KEYS_EN.warnings[warning],
    'key-lost': ({ warning }) => KEYS_EN.warnings[warning],
    'key-unreadable': ({ code }) => `its file can’t be used (${code}). Put it back from your copy.`,
    'key-unknown': () => 'can’t be compared with what is kept, since the database does not answer.',
    'database-embedded': ({ version }) => `in the folder of Liasse, PostgreSQL ${version}.`,
    'database-server': ({ version }) => `a server, PostgreSQL ${version}.`,
    'database-not-yet': ({ path }) => `will be made in ${path} at first use.`,
    'database-away': ({ code }) => `does not answer (${code}). Does the server run, is DATABASE_URL right?`,
    'database-refused': ({ code }) => `refuses Liasse (${code}): user, password or name in DATABASE_URL are wrong.`,
    'database-in-use': ({ path }) => `another Liasse holds ${path} and does not answer. End it.`,
    'database-old': ({ version, needed }) =>
      `PostgreSQL ${version} is too old, ${needed} is needed: move to a newer server.`,
    'database-behind': ({ migrations }) =>
      `made by an older Liasse; the next command brings it up to date (${migrations.join(', ')}). Save it first.`,
    'database-newer': ({ migrations }) =>
      `a newer Liasse worked with it (${migrations.join(', ')}); this one must not.`,
    'database-unsafe': () => 'does not write through to its disk (fsync is off): a power cut may destroy it.',
    'blobs-good': ({ place }) => `kept at ${place}.`,
    'blobs-not-yet': ({ place }) => `${place} will be made at first use.`,
    'blobs-away': ({ place, code }) => `can’t be kept at ${place} (${code}).`,
    'redis-unused': () => 'not used; the database hands out work.',
    'redis-good': ({ version }) => `${version}, keeps everything it is given.`,
    'redis-away': ({ code }) => `does not answer${code === '' ? '' : ` (${code})`}. Does it run, is REDIS_URL right?`,
    'redis-refused': ({ code }) => `refuses Liasse (${code}): user or password in REDIS_URL are wrong.`,
    'redis-evicts': ({ policy }) => `forgets work when its memory is full (maxmemory-policy ${policy}).`,
    'redis-forgets': () =>
      'keeps no log on its disk (appendonly no): after it restarts, waiting work is handed out late.',
    'redis-full': ({ usedBytes, maxBytes }) =>
      `${size(usedBytes)} of ${size(maxBytes)} in use: it will soon take no more.`,
    'stores-alone': () => 'one machine, which has everything.',
    'stores-shared': () => 'all see the same database and originals.',
    'stores-not-yet': () => 'the first worker will mark the place of originals as that of the database.',
    'stores-unknown': () => 'could not be compared, since database or originals do not answer.',
    'stores-apart': ({ missing }) =>
      missing === 'database'
        ? 'there is a REDIS_URL but no database server that all see (DATABASE_URL): workers refuse to start.'
        : 'the place of originals is not the one of the database: workers refuse to start. All machines need the same LIASSE_BLOBS.',
    'work-good': ({ ready, running }) => `${running} under way, ${ready} waiting, none failed for good.`,
    'work-dead': ({ items, codes }) => `${items} failed for good (${codes.join(', ')}). Once the cause is mended:`,
    'work-waiting': ({ ready, minutes }) => `${ready} waiting, for ${minutes} min by now, and nobody works.`,
    'work-unknown': () => 'could not be counted, since the database does not answer.',
    'check-late': ({ seconds }) =>
      `no answer within ${seconds} s: a disk or the network hangs. Look there, then once more:`,
    'check-failed': ({ code }) => `could not be looked at (${code}).`,
    'check-crashed': () => 'could not be looked at: the check crashed.',
  },
  summary: ({ ok, warning, broken }) => `${ok} ok, ${warning} to be looked at, ${broken} broken.`,
};
