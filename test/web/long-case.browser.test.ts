import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPapers } from '../../scripts/bench-web/make-home.ts';
import { type BrowserApp, startBrowserApp } from '../support/browser/browser-app.ts';
import { CARDS, type Scrollable, scrollThrough, TABLE } from '../support/browser/scroll-through.ts';
import { withKeepingOf } from '../support/browser/with-keeping-of.ts';

const PAPERS = 500;
/** Of a table: some dozens of rows and what stands around them; all five hundred would be ten thousand and more. Of cards all are there; the browser paints those that show. */
const MOST_ELEMENTS = 3_000;
/** What one does not see. */
const MOST_BLANK_FRAMES = 2;

let app: BrowserApp;
let address: string;
let page: Page;
beforeAll(async () => {
  app = await startBrowserApp();
  page = await app.as('adviser', '/');
  address = await withKeepingOf(app, async (keeping) => {
    await addPapers(keeping, { documents: PAPERS, filesInCase: PAPERS });
    return `/cases/${(await keeping.cases.find('dossier 0'))?.id}`;
  });
}, 300_000);
afterAll(() => app?.close());

/** Asked of the browser itself: Playwright's own way to look for such rows takes half a minute among five hundred. */
const shown = ({ row }: Scrollable) => page.waitForFunction((wanted) => document.querySelector(wanted) !== null, row);

async function expectToScroll(list: Scrollable): Promise<void> {
  await shown(list);
  const { seen, mostElements, mostBlankFrames } = await scrollThrough(page, list);
  expect(new Set(seen).size).toBe(PAPERS);
  if (list === TABLE) expect(mostElements).toBeLessThan(MOST_ELEMENTS);
  expect(mostBlankFrames).toBeLessThanOrEqual(MOST_BLANK_FRAMES);
}

describe('a case of five hundred papers', () => {
  it('scrolls as a table: every row comes into view, and only those that show are there', async () => {
    await page.goto(address);
    await expectToScroll(TABLE);
  }, 240_000);

  it('scrolls as cards', async () => {
    await page.goto(address);
    await page.getByText('Cartes', { exact: true }).click();
    await expectToScroll(CARDS);
  }, 240_000);

  it('puts the cards one below the other on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(address);
    await shown(CARDS);
    const [first, second] = await page.evaluate(
      (row) =>
        [...document.querySelectorAll(row)].slice(0, 2).map((card) => {
          const { left, top, bottom } = card.getBoundingClientRect();
          return { left, top, bottom };
        }),
      CARDS.row,
    );
    expect(second?.top).toBeGreaterThanOrEqual(first?.bottom ?? Number.NaN);
    expect(second?.left).toBe(first?.left);
    await expectToScroll(CARDS);
  });
});
