import { chmod, rm } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { z } from 'zod';
import { DurableFiles } from './durable-files.ts';
import { serveSessions } from './serve-sessions.ts';

/**
 * The thread in which an embedded database lives: queries and syncs hold up nobody else. Serves sessions on a socket of the file system, for this
 * process and others of the same user.
 */
const { folder, socketPath } = z.object({ folder: z.string(), socketPath: z.string() }).parse(workerData);

/** PGlite's own parameters but for `-F` (never sync); 128 MB of buffers would be most of the memory Liasse takes. */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'shared_buffers=32MB'].flatMap((setting) => ['-c', setting]),
];

const database = await PGlite.create({ fs: new DurableFiles(folder), startParams });
const { rows } = await database.query<{ version: string }>(`select current_setting('server_version') as version`);
/** Streamed: what `execProtocolRaw` answers, PGlite reads itself as well and never forgets, every row of every query. */
async function exchange(request: Uint8Array): Promise<Uint8Array> {
  const answer: Uint8Array[] = [];
  await database.execProtocolRawStream(request, { onRawData: (bytes) => answer.push(Uint8Array.from(bytes)) });
  return Buffer.concat(answer);
}
const server = serveSessions(exchange, rows[0]?.version ?? '');
// Left behind by a host that was killed; the lock says that there is no other.
await rm(socketPath, { force: true });
await new Promise<void>((resolve, reject) => {
  server.once('error', reject);
  server.listen(socketPath, resolve);
});
await chmod(socketPath, 0o600);
parentPort?.on('message', () => {
  server.close();
  // Removed first: from now on whoever needs the database becomes its host.
  rm(socketPath, { force: true })
    .then(() => database.close())
    .finally(() => process.exit());
});
parentPort?.postMessage('ready');
