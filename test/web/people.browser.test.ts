import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, type BrowserApp, startBrowserApp } from '../support/browser/browser-app.ts';
import { expectNoAxeViolations } from '../support/browser/expect-no-axe-violations.ts';
import { saveScreenshot } from '../support/browser/save-screenshot.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await startBrowserApp();
  for (const role of ['adviser', 'translator', 'operator'] as const) {
    const page = await app.as(role, '/account');
    await page.context().close();
  }
});
afterAll(() => app?.close());

describe('the people page', () => {
  it('lists everybody, invites by a link that is shown once, and withdraws it after asking', async () => {
    const page = await app.as('administrator', '/people');
    await page.getByText('Awa Conseil').waitFor();
    await saveScreenshot(page, 'people');
    await expectNoAxeViolations(page);
    await page.keyboard.press('n');
    await page.getByLabel('E-mail address').fill('new');
    await page.getByRole('button', { name: 'Make the invitation' }).click();
    await page.getByText('This address is incomplete.').waitFor();
    await expectNoAxeViolations(page);
    await page.getByLabel('E-mail address').fill('new@exemple.org');
    await page.getByRole('button', { name: 'Make the invitation' }).click();
    await page.getByText(/\/join#/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Withdraw the invitation of new@exemple.org' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('Invitation withdrawn.').waitFor();
    await page.context().close();
  });

  it('changes a role after asking, blocks, and never takes the last administrator away', async () => {
    const page = await app.as('administrator', '/people');
    await page.getByRole('button', { name: 'Modifier Tarik Traduction' }).click();
    await page.getByLabel('Rôle').selectOption('adviser');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Tarik Traduction devient : Conseiller').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).last().click();
    await page.getByText('Enregistré.').waitFor();
    await page.getByRole('button', { name: 'Modifier Tarik Traduction' }).click();
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Block', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).last().click();
    await page.getByText('Blocked', { exact: true }).waitFor();

    await page.getByRole('button', { name: `Change ${ADMINISTRATOR.name}` }).click();
    await page.getByRole('button', { name: 'Block', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).last().click();
    await page.getByRole('alert').getByText('This is the last administrator.').waitFor();
    await page.context().close();
  });

  it('makes teams and gives a case to another one', async () => {
    const page = await app.as('administrator', '/people/teams');
    await app.post(page, '/api/cases', { name: 'Dossier 12' });
    await page.getByRole('button', { name: 'Nouvelle équipe' }).click();
    await page.getByLabel('Nom de l’équipe').fill('Marseille');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByLabel('Dossier', { exact: true }).waitFor();
    await saveScreenshot(page, 'people-teams');
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Give', exact: true }).click();
    await page.getByText('goes to the team Marseille').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Give', exact: true }).click();
    await page.getByText('Case given.').waitFor();
    await page.context().close();
  });

  it('shows the keys of everybody and revokes one after asking', async () => {
    const adviser = await app.as('adviser', '/account');
    const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await app.post(adviser, '/api/api-keys', { name: 'script', rights: 'reading', until });
    await adviser.context().close();
    const page = await app.as('administrator', '/people/keys');
    await page.getByText('lecture seule').waitFor();
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Revoke script of Awa Conseil' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Nobody has a key.').waitFor();
    await page.context().close();
  });

  it('registers a webhook, shows its secret once, tests it and says why it does not get through', async () => {
    const page = await app.as('administrator', '/people/webhooks');
    await page.getByText('Aucun webhook').waitFor();
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'New webhook' }).click();
    await page.getByLabel('Address').fill('https://127.0.0.1/hook');
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('alert').getByText('This address does not fit a webhook.').waitFor();
    // A name that is nowhere.
    await page.getByRole('textbox', { name: 'Address' }).fill('https://hooks.invalid/liasse');
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByText(/whsec_/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('out of reach').first().waitFor();
    await page.getByText('does not get through').waitFor();
    await saveScreenshot(page, 'people-webhooks');
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No webhook').waitFor();
    await page.context().close();
  });

  it('reads the log by action, and verifies it; on a phone too', async () => {
    const page = await app.as('administrator', '/people/log');
    await page.getByLabel('Action').selectOption({ label: 'webhook enregistré' });
    await page.getByRole('cell', { name: 'Claire Dubois' }).first().waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await page.getByRole('button', { name: 'Vérifier' }).click();
    await page.getByText(/Le journal est entier/).waitFor();
    await saveScreenshot(page, 'people-log');
    await expectNoAxeViolations(page);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('/people');
    await page.getByText('Awa Conseil').waitFor();
    await saveScreenshot(page, 'people-phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
    await page.context().close();
  });
});
