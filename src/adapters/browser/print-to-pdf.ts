import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { LiasseFailure } from '#domain/failure.ts';

const run = promisify(execFile);
const TIME_LIMIT_MS = 60_000;

/** Nothing is fetched, nothing is reported, nothing of another profile is touched. */
const QUIET = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
];

/**
 * Prints a page that needs nothing else to PDF, with a browser of this machine. The page lies in a folder that only this user can read, for as long as it
 * takes. Throws `browser-failed`.
 */
export async function printToPdf(page: string, browser: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'liasse-print-'));
  try {
    const [source, target] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    await writeFile(source, page, { mode: 0o600 });
    // Its own sandbox takes rights that containers and root do not have; the page is ours, and holds no script.
    const isRoot = process.getuid?.() === 0;
    const profile = `--user-data-dir=${join(folder, 'profile')}`;
    const args = [...QUIET, ...(isRoot ? ['--no-sandbox'] : []), profile, `--print-to-pdf=${target}`];
    await run(browser, [...args, pathToFileURL(source).href], { timeout: TIME_LIMIT_MS });
    return await readFile(target);
  } catch (error) {
    throw new LiasseFailure('browser-failed', error instanceof Error ? error.name : '', { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
