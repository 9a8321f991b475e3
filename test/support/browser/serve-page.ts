import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putEmptyDatabase } from '../empty-database.ts';
import { freePort } from '../servers/server-process.ts';

const START_LIMIT_MS = 60_000;
const SETUP_LINK = /http\S+\/setup#\S+/;
const IS_READY = /Papers are/;

/** `liasse serve` in a process of its own, on a home of its own. */
export interface ServedPage {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** The link that makes the first administrator, as it was printed at the first start. */
  readonly setupLink: string;
  readonly home: string;
  /** Ends the server, as a crash would (`SIGKILL`) or properly, and waits until it has ended. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same home and port. */
  restart(): Promise<void>;
  /** Ends it and removes the home. */
  close(): Promise<void>;
}

export interface Serving {
  /** Added to the command; `--no-work` by default: nothing is read. */
  readonly args?: readonly string[];
  /** Whether not even an empty database is there yet, as on the first day. */
  readonly isFirstDay?: boolean;
}

/** Starts `liasse serve` on an empty home and a free port. */
export async function servePage({ args = ['--no-work'], isFirstDay = false }: Serving = {}): Promise<ServedPage> {
  if (!existsSync('dist/web/index.html')) await buildPage();
  const folder = await mkdtemp(join(tmpdir(), 'liasse-browser-'));
  const home = join(folder, 'home');
  if (!isFirstDay) await putEmptyDatabase(home);
  const port = await freePort();
  let running = await startServer({ args, home, port, until: SETUP_LINK });
  const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => endProcess(running.child, signal);
  return {
    url: `http://127.0.0.1:${port}`,
    setupLink: running.printed.match(SETUP_LINK)?.[0] ?? '',
    home,
    stop,
    restart: async () => {
      running = await startServer({ args, home, port, until: IS_READY });
    },
    close: async () => {
      await stop('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Start {
  readonly args: readonly string[];
  readonly home: string;
  readonly port: number;
  /** What it prints when it is ready. */
  readonly until: RegExp;
}

/** Resolves when the server says where it is. */
function startServer({ args, home, port, until }: Start): Promise<{ child: ChildProcess; printed: string }> {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'serve', '--port', String(port), ...args], {
    env: {
      ...process.env,
      LANG: 'en_GB.UTF-8',
      LC_ALL: '',
      LIASSE_HOME: home,
      LIASSE_MODELS: join(home, 'no-models'),
      DATABASE_URL: '',
      REDIS_URL: '',
      LIASSE_BLOBS: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`liasse serve did not start: ${printed}`)), START_LIMIT_MS);
    const hear = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      if (!until.test(printed)) return;
      clearTimeout(timer);
      resolve({ child, printed });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`liasse serve ended with ${code}: ${printed}`));
    });
  });
}

function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

async function buildPage(): Promise<void> {
  const { build } = await import('vite');
  await build({ logLevel: 'warn' });
}
