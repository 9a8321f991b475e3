import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A server that runs for a test. */
export interface TestServer {
  /** Stays the same over restarts. */
  readonly url: string;
  /** Ends it in order and removes its data. Nothing happens when it was stopped before. */
  stop(): Promise<void>;
  /** Ends it at once, as `kill -9` does; its data stay. */
  kill(): Promise<void>;
  /** Starts it on the same port and data, ending it in order first when it runs. */
  restart(): Promise<void>;
}

interface Recipe {
  readonly program: string;
  readonly args: readonly string[];
  /** Whom to run it as when we are root. */
  readonly user?: Account;
  readonly folder: string;
  readonly url: string;
  /** The signal that ends it in order. */
  readonly endSignal: NodeJS.Signals;
  /** Resolves when it answers, throws as long as it does not. */
  readonly ask: () => Promise<void>;
}

const STARTS_WITHIN_MS = 20_000;
const ENDS_WITHIN_MS = 10_000;

/** Starts a server by a recipe and waits until it answers. */
export async function startServer(recipe: Recipe): Promise<TestServer> {
  let child: ChildProcess | undefined;
  const removeData = (): void => rmSync(recipe.folder, { recursive: true, force: true });
  // A test that forgot to stop it leaves nothing behind either; the kernel ends the server itself with its parent.
  process.on('exit', removeData);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    child = undefined;
    if (ending !== undefined) await ended(ending, signal);
  };
  const start = async (): Promise<void> => {
    child = await started(recipe);
  };
  await start();
  return {
    url: recipe.url,
    stop: async () => {
      await end(recipe.endSignal);
      removeData();
      process.off('exit', removeData);
    },
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end(recipe.endSignal);
      await start();
    },
  };
}

/** Tries again when the process ends at once: after a kill, what it left behind can be in use for a moment. */
async function started(recipe: Recipe): Promise<ChildProcess> {
  const latest = Date.now() + STARTS_WITHIN_MS;
  let child = launched(recipe);
  let log = '';
  const listen = (one: ChildProcess): void => {
    one.stderr?.on('data', (text: Buffer) => {
      log = `${log}${text.toString()}`.slice(-4000);
    });
  };
  listen(child);
  while (Date.now() < latest) {
    if (child.exitCode !== null || child.signalCode !== null) {
      await pause(100);
      child = launched(recipe);
      listen(child);
    }
    try {
      await recipe.ask();
      return child;
    } catch {
      await pause(20);
    }
  }
  child.kill('SIGKILL');
  throw new Error(`${recipe.program} did not start:\n${log}`);
}

function launched({ program, args, user }: Recipe): ChildProcess {
  const as =
    user === undefined || process.getuid?.() !== 0
      ? []
      : ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'];
  return spawn('setpriv', [...as, '--pdeathsig', 'KILL', '--', program, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: '/',
  });
}

/** One that does not end in order in time is ended at once: Redis, for one, refuses to go while its first append-only file is being written. */
async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
  await exited;
  clearTimeout(late);
}

/** A port on 127.0.0.1 that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The first of these accounts that the machine has. */
export function accountOf(names: readonly string[]): Account | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of names) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}
