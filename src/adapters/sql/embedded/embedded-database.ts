import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { LiasseFailure } from '#domain/failure.ts';
import { besideModule } from '../../beside-module.ts';
import { takeLock } from './home-lock.ts';

/** Where PostgreSQL clients look for a local socket: a folder and a port that names the file in it. */
const PORT = 5432;
/** A host that starts anew on a big database takes seconds; one that hangs is told of. */
const PATIENCE_MS = 30_000;

interface Host {
  readonly worker: Worker;
  readonly giveUpLock: () => Promise<void>;
}

/**
 * The database in a folder of this machine. The first process that needs it becomes its host; others of the same user talk to that one, and when it
 * is gone the next one takes its place. `Client` connects to whoever is the host, becoming it where there is none.
 */
export function createEmbeddedDatabase(home: string): {
  readonly Client: typeof pg.Client;
  readonly connection: { readonly host: string; readonly port: number };
  close(): Promise<void>;
} {
  const socketPath = join(home, `.s.PGSQL.${PORT}`);
  let host: Promise<Host> | undefined;

  const becomeHost = async (giveUpLock: () => Promise<void>): Promise<Host> => {
    const worker = new Worker(besideModule('./host.worker', import.meta.url), {
      workerData: { folder: join(home, 'database'), socketPath },
    });
    try {
      await new Promise<void>((resolve, reject) => {
        worker.once('message', () => resolve());
        worker.once('error', reject);
        worker.once('exit', () => reject(new LiasseFailure('database-away')));
      });
    } catch (error) {
      await giveUpLock();
      throw error;
    }
    worker.unref();
    worker.once('exit', () => {
      host = undefined;
    });
    return { worker, giveUpLock };
  };

  const ensureHost = async (): Promise<void> => {
    const deadline = performance.now() + PATIENCE_MS;
    await mkdir(home, { recursive: true, mode: 0o700 });
    while (performance.now() < deadline) {
      if (host !== undefined) {
        await host;
        return;
      }
      if (await answers(socketPath)) return;
      const giveUpLock = await takeLock(join(home, 'database.lock'));
      if (giveUpLock !== undefined && host === undefined) {
        host = becomeHost(giveUpLock);
        host.catch(() => {
          host = undefined;
        });
      } else {
        await giveUpLock?.();
        await pause(50);
      }
    }
    throw new LiasseFailure('database-in-use');
  };

  class Client extends pg.Client {
    // The driver's pool calls with a callback, everybody else waits for the promise.
    override connect(): Promise<Client>;
    override connect(callback: (error: Error) => void): void;
    override connect(callback?: (error: Error) => void): Promise<Client> | undefined {
      const connecting = ensureHost().then(() => super.connect());
      if (callback === undefined) return connecting.then(() => this);
      connecting.then(
        () => Reflect.apply(callback, undefined, []),
        (error: unknown) => callback(error instanceof Error ? error : new LiasseFailure('database-away')),
      );
      return undefined;
    }
  }

  return {
    Client,
    connection: { host: home, port: PORT },
    close: async () => {
      const ending = await host?.catch(() => undefined);
      if (ending === undefined) return;
      const isGone = new Promise((resolve) => ending.worker.once('exit', resolve));
      ending.worker.ref();
      ending.worker.postMessage('end');
      await isGone;
      await ending.giveUpLock();
    },
  };
}

/** Whether somebody listens on the socket. */
function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
