import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** Nothing is fetched, nothing is reported; the sandbox of Chromium does not work as root, and the pages are our own. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-extensions',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/** A real Chromium without a window. Throws when none can be had: these tests are nothing without one. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error('no Chromium: apt-get install chromium');
  return chromium.launch({ executablePath, args: QUIET });
}
