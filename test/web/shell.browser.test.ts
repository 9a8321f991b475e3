import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, type BrowserApp, PASSWORD, startBrowserApp } from '../support/browser/browser-app.ts';
import { choose, expectNoAxeViolations } from '../support/browser/expect-no-axe-violations.ts';
import { saveScreenshot } from '../support/browser/save-screenshot.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await startBrowserApp();
  const page = await app.as('administrator', '/cases');
  for (const name of ['Famille Keita', 'Dossier Ahmadi']) await app.post(page, '/api/cases', { name });
  await page.context().close();
});
afterAll(() => app.close());

describe('signing in', () => {
  it('says in words that the password is wrong, and leads back to where one was', async () => {
    const page = await app.open('/account');
    await page.getByText('Connectez-vous pour reprendre').waitFor();
    await page.getByLabel('Adresse électronique').fill(ADMINISTRATOR.email);
    await page.getByLabel('Mot de passe', { exact: true }).fill('pas le bon mot de passe');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('alert').getByText('L’adresse ou le mot de passe n’est pas le bon.').waitFor();
    await expectNoAxeViolations(page);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'My account' }).waitFor();
  });

  it('goes to the sign-in when the session has ended, and nowhere else afterwards than here', async () => {
    const page = await app.as('administrator', '/cases');
    await page.getByRole('heading', { name: 'Dossiers' }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Dossier Ahmadi' }).click();
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
    await page.goto('/sign-in?back=//elsewhere.example');
    await page.getByLabel('Adresse électronique').fill(ADMINISTRATOR.email);
    await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('heading', { name: 'Dossiers' }).waitFor();
  });

  it('forgets who was here when they sign out', async () => {
    const page = await app.as('administrator', '/cases');
    await page.getByRole('button', { name: 'Mon compte' }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
  });
});

describe('the frame', () => {
  it('changes language and appearance at once, and keeps both', async () => {
    const page = await app.as('administrator', '/cases');
    await page.getByRole('button', { name: 'Mon compte' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await page.locator('html[data-mantine-color-scheme=dark][lang=en]').waitFor({ state: 'attached' });
    await page.reload();
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
  });

  it('shows the keys with “?”, those of the page among them, and not while one writes', async () => {
    const page = await app.as('administrator', '/cases');
    const filter = page.getByRole('searchbox', { name: 'Filtrer les lignes' });
    await filter.fill('ahmadi?');
    await filter.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await filter.fill('');
    await page.getByRole('heading', { name: 'Dossiers' }).click();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Raccourcis clavier' });
    await help.getByText('Ligne suivante').waitFor();
    await help.getByText('Chercher un dossier').waitFor();
    await saveScreenshot(page, 'keyboard-help');
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
  });

  it('goes to a case by some letters of its name', async () => {
    const page = await app.as('administrator', '/account');
    await page.getByRole('heading', { name: 'Mon compte' }).waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('dialog').getByRole('combobox');
    await field.fill('kéita');
    await page.getByRole('option', { name: 'Famille Keita' }).waitFor();
    await expectNoAxeViolations(page);
    await field.press('Enter');
    await page.getByRole('heading', { name: 'Famille Keita' }).waitFor();
  });

  it('walks through the rows and opens one without a mouse', async () => {
    const page = await app.as('administrator', '/cases');
    await page.getByRole('link', { name: 'Famille Keita' }).waitFor();
    await page.keyboard.press('j');
    await page.locator('tr[data-index="0"]:focus').waitFor();
    await page.keyboard.press('j');
    await page.locator('tr[data-index="1"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Parties du dossier' }).waitFor();
  });

  it('has the content reached first by whoever skips the navigation', async () => {
    const page = await app.as('administrator', '/cases');
    await page.getByRole('heading', { name: 'Dossiers' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('main:focus').waitFor();
  });

  it('says that the line is down', async () => {
    const page = await app.as('administrator', '/cases');
    await page.getByRole('heading', { name: 'Dossiers' }).waitFor();
    // Both languages are there before the line goes down.
    await choose(page, 'en', 'light');
    await choose(page, 'fr', 'light');
    await page.context().setOffline(true);
    await page.getByText('Pas de connexion').waitFor();
    await expectNoAxeViolations(page);
  });

  it('shows a translator and an operator only where they may go', async () => {
    const operator = await app.as('operator', '/');
    const places = operator.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link');
    await operator.getByRole('heading', { name: 'Exploitation' }).waitFor();
    expect(await places.filter({ visible: true }).allInnerTexts()).toEqual(['Exploitation']);
  });

  it('fits a phone', async () => {
    const page = await app.as('administrator', '/cases', { viewport: { width: 390, height: 800 } });
    await page.getByRole('link', { name: 'Famille Keita' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await saveScreenshot(page, 'cases-phone');
    await expectNoAxeViolations(page);
  });
});

describe('every page there is', () => {
  for (const path of ['/cases', '/account', '/review', '/translations', '/operations', '/people', '/nowhere', '/join'])
    it(`${path} has no violation that axe finds, in both languages and themes`, async () => {
      const page = await app.as('administrator', path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
      await expectNoAxeViolations(page);
    });

  it('each part of a case has none either', async () => {
    const page = await app.as('administrator', '/cases');
    await page.getByRole('link', { name: 'Dossier Ahmadi' }).click();
    const parts = page.getByRole('navigation', { name: /Parties du dossier|Parts of the case/ }).getByRole('link');
    await parts.first().waitFor();
    for (let index = 0; index < (await parts.count()); index += 1) {
      await parts.nth(index).click();
      await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
      await expectNoAxeViolations(page);
    }
  });
});
