/**
 * What a browser feels: how soon the first page and the page of a case of five hundred papers show something (nothing cached, the median of several), how
 * many bytes came over the line for it, and the frames while that case is scrolled, as a table and as cards. The machine should be quiet: Chromium paints
 * on the same processors. Run: npm run build:web && node scripts/bench-page.ts [--papers 500] [--times 5]
 */
import { availableParallelism, loadavg } from 'node:os';
import type { BrowserContext, Page } from 'playwright-core';
import { type BrowserApp, startBrowserApp } from '../test/support/browser/browser-app.ts';
import { CARDS, type Scrollable, scrollThrough, TABLE } from '../test/support/browser/scroll-through.ts';
import { withKeepingOf } from '../test/support/browser/with-keeping-of.ts';
import { addPapers } from './bench-web/make-home.ts';
import { percentile } from './bench-web/percentile.ts';
import { scriptOptions } from './script-options.ts';

const { values } = scriptOptions({
  options: { papers: { type: 'string', default: '500' }, times: { type: 'string', default: '5' } },
});
const [papers, times] = [Number(values.papers), Number(values.times)];
/** Whatever the page still fetches after it showed something. */
const SETTLED_MS = 500;
const LONG_FRAME_MS = 50;
/** A frame, of a wheel that is turned fast. */
const WHEEL_PX = 240;

interface Shown {
  readonly firstMs: number;
  readonly bytes: number;
}

/** What the browser itself measured of the page it is on. */
async function measureShown(page: Page): Promise<Shown> {
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  await page.waitForTimeout(SETTLED_MS);
  return page.evaluate(() => {
    const came = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    const bytes = came.map((entry) => (entry instanceof PerformanceResourceTiming ? entry.transferSize : 0));
    return {
      firstMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      bytes: bytes.reduce((sum, one) => sum + one, 0),
    };
  });
}

const inOrder = (figures: readonly number[]): number[] => figures.toSorted((one, other) => one - other);

/** Each time in a context of its own, in which nothing is cached. */
async function printFirst(name: string, open: () => Promise<Page>): Promise<void> {
  const shown: Shown[] = [];
  for (let count = 0; count < times; count += 1) {
    const page = await open();
    shown.push(await measureShown(page));
    await page.context().close();
  }
  const first = inOrder(shown.map(({ firstMs }) => firstMs));
  const bytes = percentile(inOrder(shown.map((one) => one.bytes)), 0.5);
  console.log(
    `${name}: first content after ${percentile(first, 0.5).toFixed(0)} ms (median of ${times}; ${percentile(first, 0).toFixed(0)} to ${percentile(first, 1).toFixed(0)}), ${(bytes / 1000).toFixed(1)} kB came`,
  );
}

/** Signed in as somebody whose cookies `signedIn` has. */
async function openAs(app: BrowserApp, signedIn: BrowserContext, path: string): Promise<Page> {
  const page = await app.open('about:blank');
  await page.context().addCookies(await signedIn.cookies());
  await page.goto(path);
  return page;
}

async function printScrolling(name: string, page: Page, list: Scrollable): Promise<void> {
  await page.locator(list.row).first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
  const { framesMs, seen, mostElements, mostBlankFrames } = await scrollThrough(page, list, WHEEL_PX);
  const sorted = inOrder(framesMs);
  const long = sorted.filter((one) => one > LONG_FRAME_MS).length;
  console.log(
    `${name}: ${sorted.length} frames, p50 ${percentile(sorted, 0.5).toFixed(0)} ms, p95 ${percentile(sorted, 0.95).toFixed(0)} ms, longest ${percentile(sorted, 1).toFixed(0)} ms, ${((100 * long) / sorted.length).toFixed(1)} % over ${LONG_FRAME_MS} ms; ${seen.length} of ${papers} papers seen, ${mostElements} elements at most, ${mostBlankFrames} blank frames in a row`,
  );
}

console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`);
const app = await startBrowserApp();
try {
  const page = await app.as('adviser', '/');
  const path = await withKeepingOf(app, async (keeping) => {
    await addPapers(keeping, { documents: papers, filesInCase: papers });
    return `/cases/${(await keeping.cases.find('dossier 0'))?.id}`;
  });
  await printFirst('first page', () => app.open('/'));
  await printFirst('case', () => openAs(app, page.context(), path));
  await page.goto(path);
  await printScrolling('table', page, TABLE);
  await page.getByText('Cartes', { exact: true }).click();
  await printScrolling('cards', page, CARDS);
  console.log(`load after ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await app.close();
}
