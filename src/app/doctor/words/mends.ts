import type { FindingCode, FindingFacts } from '../findings.ts';

/** The command that mends what was found, or shows where to look; where there is none, nothing is wrong. */
type Mends = { readonly [Code in FindingCode]?: (facts: FindingFacts[Code]) => string };

const ASK_DATABASE = 'psql "$DATABASE_URL" -c "select 1"';
const ASK_REDIS = 'redis-cli -u "$REDIS_URL" ping';
const SET_CLOCK = 'sudo timedatectl set-ntp true';
const SET_ZONE = 'export TZ=Europe/Paris';

const SHARE = {
  database: 'export DATABASE_URL=postgres://…',
  blobs: 'export LIASSE_BLOBS=s3://…',
} as const;

const COPY_KEY = 'liasse keys backup /media/…';
const ROTATE_KEY = 'liasse keys rotate';
const KEY_MENDS: Readonly<Record<FindingFacts['key-at-risk']['warning'], string>> = {
  missing: 'liasse keys',
  wrong: 'liasse keys',
  'some-missing': ROTATE_KEY,
  'only-copy-beside-data': COPY_KEY,
  'no-copy': COPY_KEY,
  'copies-beside-data': COPY_KEY,
  'copies-on-same-disk': COPY_KEY,
  'readable-by-others': 'liasse keys',
  'change-unfinished': ROTATE_KEY,
  'old-key-needed': ROTATE_KEY,
};

/** The same in every language. */
export const MENDS: Mends = {
  'settings-unreadable': ({ path }) => (path === '' ? 'env' : `ls -l ${quoted(path)}`),
  'node-old': () => 'npm ci',
  'models-spoilt': ({ packaged, added }) =>
    [...(packaged.length > 0 ? ['npm ci'] : []), ...added.map((id) => `liasse models remove ${id}`)].join(' && '),
  'engine-broken': () => 'npm ci',
  'pipelines-wrong': () => 'liasse pipelines check',
  'home-open': ({ path }) => `chmod 700 ${quoted(path)}`,
  'home-not-writable': ({ path }) => `sudo chown -R "$USER" ${quoted(path)}`,
  'disk-low': ({ place }) => `du -xh ${quoted(place)} | sort -h | tail`,
  'disk-full': ({ place }) => `du -xh ${quoted(place)} | sort -h | tail`,
  'memory-low': () => 'liasse intake --workers 1 …',
  'memory-short': () => 'ps aux --sort=-rss | head',
  'clock-behind': () => SET_CLOCK,
  'clock-differs': () => SET_CLOCK,
  'zone-unknown': () => SET_ZONE,
  'zone-not-set': () => SET_ZONE,
  'key-at-risk': ({ warning }) => KEY_MENDS[warning],
  'key-lost': ({ warning }) => KEY_MENDS[warning],
  'key-unreadable': () => 'liasse keys',
  'key-unknown': () => ASK_DATABASE,
  'database-away': () => ASK_DATABASE,
  'database-refused': () => ASK_DATABASE,
  'database-in-use': ({ path }) => `fuser -v ${quoted(`${path}/database.lock`)}`,
  'database-old': () => 'pg_dump "$DATABASE_URL" > liasse.sql',
  'database-behind': () => 'liasse backup',
  'database-newer': () => 'git pull && npm ci',
  'database-unsafe': () => 'psql "$DATABASE_URL" -c "alter system set fsync = on" -c "select pg_reload_conf()"',
  'blobs-away': ({ place }) => (place.startsWith('s3://') ? 'env | grep LIASSE_' : `ls -ld ${quoted(place)}`),
  'redis-away': () => ASK_REDIS,
  'redis-refused': () => ASK_REDIS,
  'redis-evicts': () => 'redis-cli -u "$REDIS_URL" CONFIG SET maxmemory-policy noeviction',
  'redis-forgets': () => 'redis-cli -u "$REDIS_URL" CONFIG SET appendonly yes',
  'redis-full': () => 'redis-cli -u "$REDIS_URL" CONFIG SET maxmemory 0',
  'stores-apart': ({ missing }) => SHARE[missing],
  'stores-unknown': () => ASK_DATABASE,
  'work-dead': () => 'liasse retry',
  'work-waiting': () => 'liasse worker',
  'work-unknown': () => ASK_DATABASE,
  'check-late': () => 'liasse doctor',
  'check-failed': () => 'npm ci',
  'check-crashed': () => 'npm ci',
};

/** A path as a shell takes it for one word. */
function quoted(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
