import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort, startServer, type TestServer } from './server-process.ts';

const require = createRequire(import.meta.url);

/** What the test server accepts. */
export const S3_KEYS = { accessKey: 'S3RVER', secretKey: 'S3RVER' };

/** A real S3-compatible server with one empty bucket on a free port of this machine. */
export async function startS3(bucket: string): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'liasse-s3-'));
  const port = await freePort();
  const program = join(dirname(require.resolve('s3rver/package.json')), 'bin', 's3rver.js');
  return startServer({
    program: process.execPath,
    // It ciphers its continuation tokens with DES, which OpenSSL 3 calls legacy.
    args: [
      ...['--openssl-legacy-provider', program, '--directory', folder, '--address', '127.0.0.1'],
      ...['--port', String(port), '--silent', '--configure-bucket', bucket],
    ],
    folder,
    url: `http://127.0.0.1:${port}`,
    endSignal: 'SIGTERM',
    ask: () => ask(port),
  });
}

function ask(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
  });
}
