import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BrowserApp, startBrowserApp } from '../support/browser/browser-app.ts';
import { choose, expectNoAxeViolations } from '../support/browser/expect-no-axe-violations.ts';
import { saveScreenshot } from '../support/browser/save-screenshot.ts';
import { withKeepingOf } from '../support/browser/with-keeping-of.ts';
import { scannedPage, scannedPdf } from '../support/dossier-originals.ts';
import { keptScan } from '../support/kept-scan.ts';

const CERTIFICATE = `Docteur Hélène Marchand
Médecin généraliste, 3 rue Pasteur 69003 Lyon
CERTIFICAT MÉDICAL
Je soussignée, docteur en médecine, certifie avoir examiné ce jour Madame A. B.
Elle suit un traitement par sertraline 50 mg.
<script>document.title='broken'</script><img src=x onerror=alert(1)>
Fait à Lyon, le 14 mars 2026`;
const PAY = `ASSOCIATION LES RIVES
BULLETIN DE PAIE
Période du 01/03/2026 au 31/03/2026
Salaire brut 1 812,00
Net à payer 1 412,55`;
const ARABIC = 'شهادة طبية\nأشهد أنا الطبيب الموقع أدناه\nالدار البيضاء';
/** The machine may be busy with much else. */
const PATIENCE = { timeout: 20_000 };

let app: BrowserApp;
let page: Page;
let scan: string;
let arabic: string;

beforeAll(async () => {
  app = await startBrowserApp();
  page = await app.as('adviser', '/cases', { permissions: ['clipboard-read', 'clipboard-write'] });
  const paper = await scannedPage();
  [scan, arabic] = await withKeepingOf(app, async (keeping) => [
    await keptScan(keeping, 'dossier 1', {
      ...{ name: '<b>scan</b>.pdf', mediaType: 'application/pdf' },
      bytes: await scannedPdf([paper, await scannedPage({ noise: 4 }), paper]),
      text: `${PAY}\f${CERTIFICATE}\f${CERTIFICATE.replace('14 mars', '20 avril')}`,
    }),
    await keptScan(keeping, 'dossier 1', {
      ...{ name: 'photo.jpg', mediaType: 'image/jpeg', text: ARABIC },
      bytes: new Uint8Array(await readFile('fixtures/documents/003-police-report-fr-photo/input.jpg')),
    }),
  ]);
});
afterAll(() => app?.close());

const open = (key: string) => page.goto(`/documents/${encodeURIComponent(key)}`);
const field = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} – `) });

it('shows the page with what was read over it: pointing at one lights the other', async () => {
  await open(`${scan}:2`);
  await page.getByRole('heading', { level: 1, name: 'Certificat médical' }).waitFor(PATIENCE);
  const picture = page.locator('figure img');
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), PATIENCE)
    .toBeGreaterThan(0);
  const box = page.locator('figure [data-box=date]');
  expect(await box.getAttribute('aria-pressed')).toBe('false');
  await page.locator('dt', { hasText: 'Date de délivrance' }).hover();
  await expect.poll(() => box.getAttribute('aria-pressed')).toBe('true');
  const place = await box.boundingBox();
  await page.mouse.move((place?.x ?? 0) + 5, (place?.y ?? 0) + 5);
  await expect.poll(() => page.locator('[class*=lit]', { hasText: 'Date de délivrance' }).count()).toBe(1);
  await page.keyboard.press('b');
  await expect.poll(() => page.locator('figure [data-box]').count()).toBe(0);
  await page.keyboard.press('b');
  await saveScreenshot(page, 'document');
});

it('shows words of a paper as text, whatever they say', async () => {
  expect(await page.locator('figure script, figure img[src=x]').count()).toBe(0);
  expect(await page.title()).toBe('Certificat médical – Liasse');
  expect(await page.getByText('<b>scan</b>.pdf').count()).toBe(1);
});

it('is corrected in two clicks, says who did it, and is undone by one', async () => {
  await field('Changer le type').click();
  await page
    .getByRole('option', { name: 'Ordonnance' })
    .or(page.getByRole('option', { name: /traitement/i }))
    .first()
    .click();
  await page.getByText('décidé par Awa Conseil').waitFor(PATIENCE);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('Certificat médical');
  await page.getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('heading', { level: 1, name: 'Certificat médical' }).waitFor(PATIENCE);
  expect(await page.getByText('décidé par').count()).toBe(0);
});

it('opens a list of choices without a second scrollbar: the page does not grow for it', async () => {
  const usual = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 1280, height: 420 });
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  await field('Changer la langue').scrollIntoViewIfNeeded();
  await field('Changer la langue').click();
  await page.getByRole('option').first().waitFor();
  expect(await height()).toBe(before);
  await page.keyboard.press('Escape');
  await page.getByRole('option').first().waitFor({ state: 'hidden' });
  await page.setViewportSize(usual);
});

it('takes a date as somebody writes it, by keys alone', async () => {
  await page.keyboard.press('d');
  await page.getByRole('textbox', { name: 'Choisir, ou écrire 14/03/2025' }).fill('3/4/2025');
  // The choice that Enter takes.
  await page.locator('[role=option][data-combobox-selected]').getByText('3 avril 2025').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => field('Changer la date').textContent(), PATIENCE).toContain('3 avril 2025');
  await page.keyboard.press('u');
  await expect.poll(() => field('Changer la date').textContent(), PATIENCE).toContain('14 mars 2026');
});

it('has its weak points dismissed with a reason, which is kept beside them', async () => {
  await page
    .getByRole('button', { name: /^Écarter\s:/ })
    .first()
    .click();
  await page.getByRole('option', { name: 'Vérifié sur l’original' }).click();
  await page.getByRole('heading', { name: 'Écartés' }).waitFor(PATIENCE);
  await page.getByRole('tab', { name: 'Historique' }).click();
  await page.getByText(/a écarté «\s.*\s»\s: Vérifié sur l’original/).waitFor(PATIENCE);
  await expectNoAxeViolations(page);
  await choose(page, 'fr', 'light');
  await page.keyboard.press('h');
  await page.keyboard.press('u');
  await expect.poll(() => page.getByRole('heading', { name: 'Écartés' }).count(), PATIENCE).toBe(0);
  await expectNoAxeViolations(page);
  await choose(page, 'fr', 'light');
});

it('is joined and cut between its pages, and both are undone', async () => {
  const joins = page.getByRole('button', { name: /^Joindre la page/ });
  const before = await joins.count();
  expect(before).toBeGreaterThan(0);
  await joins.last().click();
  await expect.poll(() => joins.count(), PATIENCE).toBe(before - 1);
  await page.getByRole('button', { name: /Couper avant la page 3|commence peut-être page 3/ }).click();
  await expect.poll(() => joins.count(), PATIENCE).toBe(before);
  // Joining can still be undone too: this is about the cut.
  const toast = page.locator('.mantine-Notification-root', { hasText: 'Coupé' });
  await toast.getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(() => joins.count(), PATIENCE).toBe(before - 1);
});

it('in Arabic is selected and copied in the order in which it is read', async () => {
  await open(`${arabic}:1`);
  await page.locator('figure [dir=rtl]').first().waitFor(PATIENCE);
  const copied = await page.evaluate(() => {
    const layer = document.querySelector('figure [dir=rtl]')?.parentElement;
    if (layer == null) return '';
    getSelection()?.selectAllChildren(layer);
    return String(getSelection());
  });
  expect(copied.replaceAll(/\s+/g, ' ').trim()).toBe(ARABIC.replaceAll('\n', ' '));
  const words = page.locator('figure [dir=rtl]').nth(1).locator('span');
  const [first, second] = [await words.nth(0).boundingBox(), await words.nth(1).boundingBox()];
  expect(first?.width).toBeGreaterThan(5);
  expect([first?.x, second?.x].every((x) => typeof x === 'number')).toBe(true);
  await page.keyboard.press('+');
  await saveScreenshot(page, 'document-arabic');
});

it('is of use on a phone', async () => {
  const phone = await app.as('adviser', `/documents/${encodeURIComponent(`${scan}:2`)}`, {
    viewport: { width: 390, height: 844 },
  });
  await phone.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
  const isWider = () => phone.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(await isWider()).toBe(false);
  await expectNoAxeViolations(phone);
  await saveScreenshot(phone, 'document-phone');
  await phone.context().close();
});
