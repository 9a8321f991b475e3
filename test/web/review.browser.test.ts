import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BrowserApp, startBrowserApp } from '../support/browser/browser-app.ts';
import { choose, expectNoAxeViolations } from '../support/browser/expect-no-axe-violations.ts';
import { saveScreenshot } from '../support/browser/save-screenshot.ts';
import { withKeepingOf } from '../support/browser/with-keeping-of.ts';
import { scannedPage } from '../support/dossier-originals.ts';
import { keptScan } from '../support/kept-scan.ts';

const UNSURE = 'Bonjour\nVoici ce que nous avons vu\nle 3 mai 2025 ou le 4 mai 2025';
const PAPERS = 12;
/** The machine may be busy with much else. */
const PATIENCE = { timeout: 20_000 };

let app: BrowserApp;
let page: Page;

beforeAll(async () => {
  app = await startBrowserApp();
  page = await app.as('adviser', '/cases');
  await withKeepingOf(app, async (keeping) => {
    for (let nth = 1; nth <= PAPERS; nth += 1)
      await keptScan(keeping, 'dossier 1', {
        ...{ name: `photo ${nth}.jpg`, mediaType: 'image/jpeg', text: `${UNSURE}\nn° ${nth}` },
        bytes: await scannedPage({ noise: nth }),
      });
  });
});
afterAll(() => app?.close());

const progress = async () => (await page.getByText(/^\d+ sur \d+$/).textContent()) ?? '';
const question = () => page.getByRole('heading', { level: 2 });

it('asks about one paper at a time, in words', async () => {
  await page.goto('/review');
  await question().waitFor(PATIENCE);
  expect(await progress()).toBe(`1 sur ${PAPERS}`);
  expect(await question().textContent()).toMatch(/\?$/);
  await page.getByRole('button', { name: /^1 / }).waitFor();
  await expectNoAxeViolations(page);
  await choose(page, 'fr', 'light');
  await saveScreenshot(page, 'review');
});

const answerAll = async (key: string) => {
  const before = await progress();
  for (let presses = 0; presses < 6 && (await progress()) === before; presses += 1) {
    await page.keyboard.press(key);
    await page.waitForTimeout(100);
  }
};

it('is answered by keys: Enter, a number, s; u takes it back', async () => {
  await answerAll('Enter');
  await expect.poll(progress, PATIENCE).toBe(`2 sur ${PAPERS}`);
  await question().waitFor(PATIENCE);
  await page.keyboard.press('s');
  await expect.poll(progress).toBe(`3 sur ${PAPERS}`);
  await question().waitFor(PATIENCE);
  await page.keyboard.press('u');
  await expect.poll(progress, PATIENCE).toBe(`2 sur ${PAPERS}`);
  await page.keyboard.press('u');
  await expect.poll(progress, PATIENCE).toBe(`1 sur ${PAPERS}`);
  // What was answered is taken back with it.
  await expect.poll(async () => (await (await page.request.get('/api/review')).json()).count, PATIENCE).toBe(PAPERS);
});

it('asks again what could not be saved, and counts it once', async () => {
  await question().waitFor(PATIENCE);
  const fail = async (route: Route) => {
    // Not before the next paper shows.
    await page.waitForTimeout(300);
    await route.fulfill({ status: 500, json: {} });
  };
  await page.route('**/decisions', fail, { times: 1 });
  const first = await page.getByRole('link', { name: 'dossier 1' }).getAttribute('href');
  await answerAll('Enter');
  await page.getByRole('alert').waitFor(PATIENCE);
  await expect.poll(progress, PATIENCE).toBe(`1 sur ${PAPERS}`);
  // After the one that shows by now.
  await question().waitFor(PATIENCE);
  await page.keyboard.press('s');
  await expect.poll(progress, PATIENCE).toBe(`2 sur ${PAPERS}`);
  expect(await page.getByRole('link', { name: 'dossier 1' }).getAttribute('href')).toBe(first);
  await page.keyboard.press('u');
  await expect.poll(progress, PATIENCE).toBe(`1 sur ${PAPERS}`);
});

it('is as quick as whoever works through it', async () => {
  await question().waitFor(PATIENCE);
  const startedAt = performance.now();
  const isOver = () => page.getByRole('heading', { name: 'C’est fait' }).isVisible();
  while (!(await isOver()) && performance.now() - startedAt < 90_000) {
    await question().first().waitFor(PATIENCE);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(30);
  }
  const secondsEach = (performance.now() - startedAt) / 1000 / PAPERS;
  // A hundred in ten minutes leave six seconds for each, most of them for whoever looks.
  expect(secondsEach).toBeLessThan(3);
  await page.getByText(`${PAPERS} documents vérifiés`).waitFor(PATIENCE);
  await expect.poll(async () => (await (await page.request.get('/api/review')).json()).count, PATIENCE).toBe(0);
  await page.getByRole('button', { name: 'Apprendre' }).waitFor();
  await expectNoAxeViolations(page);
  await choose(page, 'fr', 'light');
  await saveScreenshot(page, 'review-done');
});

it('learns from the answers, or says why not', async () => {
  await page.getByRole('button', { name: 'Apprendre' }).click();
  await page.getByText(/C’est appris de|Rien n’est changé/).waitFor({ timeout: 90_000 });
});
