import { execFile } from 'node:child_process';
import { chown, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findProgram, postgresFolders } from './find-program.ts';
import { accountOf, freePort, startServer, type TestServer } from './server-process.ts';

const run = promisify(execFile);

async function findPostgres(): Promise<{ readonly postgres: string; readonly initdb: string } | undefined> {
  const postgres = await findProgram({ program: 'postgres', package: 'postgresql', folders: postgresFolders() });
  const initdb = await findProgram({ program: 'initdb', package: 'postgresql', folders: postgresFolders() });
  return postgres === undefined || initdb === undefined ? undefined : { postgres, initdb };
}

/** Why there can be no PostgreSQL here; undefined when there can. For `describe.skipIf`. */
export async function whyNoPostgres(): Promise<string | undefined> {
  return (await findPostgres()) === undefined ? 'PostgreSQL is not installed: apt-get install postgresql' : undefined;
}

/** A real PostgreSQL server with an empty database, on a free port of this machine. Settings are lines such as `fsync=off`. */
export async function startPostgres(settings: readonly string[] = []): Promise<TestServer> {
  const programs = await findPostgres();
  if (programs === undefined) throw new Error(await whyNoPostgres());
  const folder = await mkdtemp(join(tmpdir(), 'liasse-postgres-'));
  // It refuses to run as root.
  const user = accountOf(['postgres', 'nobody']);
  const isRoot = process.getuid?.() === 0;
  if (isRoot && user !== undefined) await chown(folder, user.uid, user.gid);
  await run(
    programs.initdb,
    [
      '--pgdata',
      folder,
      '--username',
      'liasse',
      '--auth',
      'trust',
      '--encoding',
      'UTF8',
      '--locale',
      'C.UTF-8',
      '--no-sync',
    ],
    isRoot && user !== undefined ? { ...user, cwd: '/' } : { cwd: '/' },
  );
  const port = await freePort();
  const url = `postgres://liasse@127.0.0.1:${port}/postgres`;
  return startServer({
    program: programs.postgres,
    args: [
      ...['-D', folder, '-p', String(port)],
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings].flatMap((line) => ['-c', line]),
    ],
    ...(user === undefined ? {} : { user }),
    folder,
    url,
    endSignal: 'SIGINT',
    ask: () => ask(url),
  });
}

async function ask(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  // It can be ended at any moment; that is not to end the test.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end().catch(() => {});
  }
}
