import { mkdtemp } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './find-program.ts';
import { freePort, startServer, type TestServer } from './server-process.ts';

const WANTED = { program: 'redis-server', package: 'redis-server' };

/** Why there can be no Redis here; undefined when there can. For `describe.skipIf`. */
export async function whyNoRedis(): Promise<string | undefined> {
  return (await findProgram(WANTED)) === undefined ? 'Redis is not installed: apt-get install redis-server' : undefined;
}

/** A real, empty Redis server on a free port of this machine. Not durable, it forgets everything whenever it ends. */
export async function startRedis({ isDurable = true } = {}): Promise<TestServer> {
  const program = await findProgram(WANTED);
  if (program === undefined) throw new Error(await whyNoRedis());
  const folder = await mkdtemp(join(tmpdir(), 'liasse-redis-'));
  const port = await freePort();
  return startServer({
    program,
    args: [
      ...['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', ''],
      ...['--appendonly', isDurable ? 'yes' : 'no', '--maxmemory-policy', 'noeviction'],
    ],
    folder,
    url: `redis://127.0.0.1:${port}`,
    endSignal: 'SIGTERM',
    ask: () => ask(port),
  });
}

function ask(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(2000, () => socket.destroy(new Error('no answer')));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('no answer')));
    socket.once('data', (answer) => {
      socket.destroy();
      if (answer.toString().startsWith('+PONG')) resolve();
      else reject(new Error(answer.toString()));
    });
  });
}
