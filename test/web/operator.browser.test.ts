import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserApp, startBrowserApp } from '../support/browser/browser-app.ts';
import { expectNoAxeViolations } from '../support/browser/expect-no-axe-violations.ts';
import { prepareOperations } from '../support/browser/prepare-operations.ts';
import { saveScreenshot } from '../support/browser/save-screenshot.ts';

let app: BrowserApp;
let runId: string;
beforeAll(async () => {
  app = await startBrowserApp();
  runId = await prepareOperations(app.served.home);
});
afterAll(() => app?.close());

describe('the operator’s page', () => {
  it('shows what waits, who works and what failed, and tries one again, or all after asking', async () => {
    const page = await app.as('operator', '/operations');
    await page.getByRole('heading', { name: 'File de travail' }).waitFor();
    await page.getByText('poste-2, processus 812').waitFor();
    await page.getByText('juge un dossier').waitFor();
    await saveScreenshot(page, 'operations');
    await expectNoAxeViolations(page);
    await page
      .getByRole('button', { name: /^Try again: / })
      .first()
      .click();
    await page.getByText('1 item is tried again.').waitFor();
    await page.getByRole('button', { name: 'Try all again' }).click();
    await expectNoAxeViolations(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Try all again' }).click();
    await page.getByText('Nothing was put aside.').waitFor();
    await page.context().close();
  });

  it('pauses the queue after asking, and resumes it', async () => {
    const page = await app.as('operator', '/operations');
    await page.getByRole('button', { name: 'Mettre en pause' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Mettre en pause' }).click();
    await page.getByText('Rien de nouveau ne commence').waitFor();
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.context().close();
  });

  it('shows what a run changes without any name, puts it in force and rolls it back', async () => {
    const page = await app.as('operator', '/operations/runs');
    await page
      .getByRole('link', { name: /dossier/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Papier par papier' }).waitFor();
    await page.getByText('Drapeaux perdus').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/Okonkwo|lettre/);
    await saveScreenshot(page, 'operations-run');
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Put in force' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Put in force' }).click();
    await page.getByRole('button', { name: 'Roll back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
    await page.getByText('rolled back').first().waitFor();
    expect(page.url()).toContain(runId);
    await page.context().close();
  });

  it('says how much a new run would reach before it is computed', async () => {
    const page = await app.as('operator', '/operations/runs');
    await page.getByRole('heading', { name: 'Retraitements' }).waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press('n');
    await page.getByLabel('Only this type of paper').fill('no-such-type');
    await page.getByRole('button', { name: 'See how much' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Only this type of paper').fill('');
    await page.getByRole('button', { name: 'See how much' }).click();
    await page
      .getByRole('status')
      .getByText(/papers? would be reprocessed|nothing to do/)
      .waitFor();
    await expectNoAxeViolations(page);
    await page.context().close();
  });

  it('shows ledger, storage, health and corrections, also on a phone', async () => {
    const page = await app.as('operator', '/operations/store');
    await page.getByText('Le compte est juste').waitFor();
    await page.getByText('Place libre sur le disque').waitFor();
    await page.getByRole('button', { name: 'Examiner' }).click();
    await page.getByRole('button', { name: 'Examiner encore' }).waitFor({ timeout: 60_000 });
    await saveScreenshot(page, 'operations-store');
    await expectNoAxeViolations(page);
    await page.getByRole('link', { name: 'Corrections' }).click();
    await page.getByRole('columnheader', { name: 'Share' }).waitFor();
    await expectNoAxeViolations(page);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('/operations');
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
    await saveScreenshot(page, 'operations-phone');
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWide).toBe(false);
    await page.context().close();
  });
});
