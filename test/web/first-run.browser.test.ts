import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, type BrowserApp, PASSWORD, startBrowserApp } from '../support/browser/browser-app.ts';
import { expectNoAxeViolations } from '../support/browser/expect-no-axe-violations.ts';
import { saveScreenshot } from '../support/browser/save-screenshot.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await startBrowserApp({ isFirstDay: true });
});
afterAll(() => app.close());

describe('the first run', () => {
  it('lets nobody in before there is an account, and says where the link is', async () => {
    const page = await app.open('/cases');
    await page.getByRole('heading', { name: 'Liasse n’a pas encore de compte' }).waitFor();
    expect(await page.getByText('lien à usage unique').isVisible()).toBe(true);
    await expectNoAxeViolations(page);
  });

  it('refuses a code that is not the one printed, in words', async () => {
    const page = await app.open('/setup#0123456789012345678901234567890123456789');
    await page.getByLabel('Votre nom').fill(ADMINISTRATOR.name);
    await page.getByLabel('Adresse électronique').fill(ADMINISTRATOR.email);
    await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Créer le compte' }).click();
    await page.getByRole('alert').getByText('Ce code d’installation n’est pas le bon.').waitFor();
  });

  it('leads from the printed link to an account that is signed in, and to an empty list that says the next step', async () => {
    const page = await app.open(app.served.setupLink);
    await page.getByRole('heading', { name: 'Première installation' }).waitFor();
    await expectNoAxeViolations(page);
    await page.getByLabel('Your name').fill(ADMINISTRATOR.name);
    await page.getByLabel('E-mail address').fill('claire');
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Create the account' }).click();
    // What is wrong stands beside the field, and the first of them has the focus.
    await page.getByText('This address is incomplete').waitFor();
    expect(await page.getByText('Still too short').isVisible()).toBe(true);
    await page.getByLabel('E-mail address').fill(ADMINISTRATOR.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByRole('heading', { name: 'No case yet' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/cases');
    // The code is in no address any more.
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.title()).toBe('Cases – Liasse');
    await saveScreenshot(page, 'cases-empty');
    await expectNoAxeViolations(page);
  });

  it('opens the first case by keyboard and stands in it', async () => {
    const page = await app.as('administrator', '/cases');
    await page.getByRole('heading', { name: 'Aucun dossier pour l’instant' }).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('dialog', { name: 'Ouvrir un dossier' }).waitFor();
    await expectNoAxeViolations(page);
    await page.getByRole('textbox', { name: 'Name of the case' }).fill('Dossier Ahmadi');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Dossier Ahmadi' }).waitFor();
    await page.getByRole('heading', { name: 'No document in this case' }).waitFor();
    // An address never holds the name.
    expect(page.url()).not.toContain('Ahmadi');
    await expectNoAxeViolations(page);
  });

  it('says once it is there that there is an account already', async () => {
    const page = await app.open(app.served.setupLink);
    await page.getByRole('heading', { name: 'Liasse a déjà son premier compte' }).waitFor();
    await page.getByRole('link', { name: 'Se connecter' }).click();
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
  });
});
