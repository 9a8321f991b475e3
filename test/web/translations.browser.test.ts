import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserApp, startBrowserApp } from '../support/browser/browser-app.ts';
import { choose, expectNoAxeViolations } from '../support/browser/expect-no-axe-violations.ts';
import { printedPdf } from '../support/browser/printed-pdf.ts';
import { saveScreenshot } from '../support/browser/save-screenshot.ts';
import { frenchTranslation, spanishBirthCertificate } from '../support/foreign-papers.ts';

const CASE = 'Dossier Ortega';
const PHONE = { viewport: { width: 390, height: 800 } };
const FOUND_MS = 60_000;
let app: BrowserApp;
let [administrator, adviser, translator]: Page[] = [];
const files = { original: '', wrong: '', right: '' };

beforeAll(async () => {
  app = await startBrowserApp({ args: ['--engine', 'js'] });
  const folder = await mkdtemp(join(tmpdir(), 'liasse-papers-'));
  const printer = await app.open('/sign-in');
  const print = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, await printedPdf(printer, text));
    return path;
  };
  files.original = await print('acta-de-nacimiento.pdf', spanishBirthCertificate());
  files.wrong = await print('acte-de-naissance.pdf', frenchTranslation({ born: '12 avril 1978' }));
  files.right = await print('acte-de-naissance-2.pdf', frenchTranslation());
  await printer.context().close();
  administrator = await app.as('administrator', '/translations/translators');
  adviser = await app.as('adviser', '/translations');
  translator = await app.as('translator', '/');
});
afterAll(() => app.close());

const of = (page: Page | undefined): Page => {
  if (page === undefined) throw new Error('nobody');
  return page;
};

/** By the command line, while the server is down: an embedded database serves one of them. */
async function receive(path: string): Promise<void> {
  await app.served.stop();
  await promisify(execFile)(process.execPath, ['src/cli/main.ts', 'receive', path, '--case', CASE], {
    env: { ...process.env, LIASSE_HOME: app.served.home, DATABASE_URL: '', REDIS_URL: '', LIASSE_BLOBS: '' },
  });
  await app.served.restart();
}

/** As they were before axe had them in English and in the dark. */
async function inFrench(page: Page, theme: 'light' | 'dark' = 'light'): Promise<void> {
  await choose(page, 'fr', theme);
}

async function uploadFile(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(path);
}

describe('a translation from the paper to the pair', () => {
  it('begins with what a translator translates, as an administrator writes it down', async () => {
    const page = of(administrator);
    await page.reload();
    await page.getByRole('button', { name: 'Remplir le profil – Tarik Traduction' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ce que traduit Tarik Traduction' });
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    // What is missing is said beside the field.
    await dialog.getByText('Écrivez au moins une langue').waitFor();
    await dialog.getByLabel('Traduit depuis').fill('espagnol, ar pt');
    await dialog.getByText('espagnol, arabe, portugais').waitFor();
    await dialog.getByLabel('Cour d’appel').fill('Paris');
    await expectNoAxeViolations(page);
    await inFrench(page);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Assermenté (cour d’appel : Paris)').waitFor();
  });

  it('finds the foreign paper by itself and sends it', async () => {
    await receive(files.original);
    const page = of(adviser);
    await page.reload();
    await page.getByRole('link', { name: CASE }).or(page.getByText(CASE)).first().waitFor({ timeout: FOUND_MS });
    await page.getByText('Demandée').waitFor();
    await page.getByText('Tarik Traduction').first().waitFor();
    await saveScreenshot(page, 'translations-orders');
    await expectNoAxeViolations(page);
    await inFrench(page);
  });

  it('lies in the translator’s inbox with its day, its languages and its pages, and nothing of the case', async () => {
    const page = of(translator);
    await page.reload();
    await page.getByRole('link', { name: 'acte de naissance' }).waitFor();
    await page.getByText('encore 14 jours').waitFor();
    expect(await page.getByText(CASE).count()).toBe(0);
    await saveScreenshot(page, 'translations-inbox');
    await expectNoAxeViolations(page);
    await inFrench(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Je la prends' }).waitFor();
    await page.locator('[data-side=original] figure[aria-busy=false]').first().waitFor();
    await expectNoAxeViolations(page);
    await inFrench(page);
    await page.getByRole('button', { name: 'Je la prends' }).click();
    await page.getByText('Votre traduction').first().waitFor();
  });

  it('is delivered with a date that differs, which is pointed out before', async () => {
    const page = of(translator);
    await uploadFile(page, files.wrong);
    await page.getByText('Lecture et comparaison en cours…').waitFor();
    await page.getByText('1 différence').waitFor({ timeout: FOUND_MS });
    const difference = page.getByRole('button', { name: /12 avril 1978.*au lieu de.*12 avril 1987/ });
    await difference.waitFor();
    await page.keyboard.press('n');
    await page.locator('button[aria-pressed=true]').first().waitFor();
    await page.locator('[data-side=translation] figure[aria-busy=false]').first().waitFor();
    await saveScreenshot(page, 'translations-task');
    await expectNoAxeViolations(page);
    await inFrench(page, 'dark');
    await saveScreenshot(page, 'translations-task-dark');
    await inFrench(page);
    await page.getByRole('button', { name: 'Livrer avec la remarque' }).click();
    await page.getByText('Expliquez en quelques mots ce qui diffère.').waitFor();
    await page.getByLabel('Remarque pour la personne qui relit').fill('C’est ce que dit le registre.');
    await page.getByRole('button', { name: 'Livrer avec la remarque' }).click();
    await page.getByText('Livrées, en attente de réponse').waitFor();
  });

  it('is sent back by the adviser, who sees the same', async () => {
    const page = of(adviser);
    await page.reload();
    await page.getByText('Livrée, à relire').waitFor();
    await page.getByRole('link', { name: /acte de naissance/i }).click();
    await page.getByText('C’est ce que dit le registre.').first().waitFor();
    await page.getByRole('button', { name: /12 avril 1978.*au lieu de/ }).click();
    for (const side of ['original', 'translation'])
      await page.locator(`[data-side=${side}] figure[aria-busy=false]`).first().waitFor();
    await saveScreenshot(page, 'translations-order');
    await expectNoAxeViolations(page);
    await inFrench(page);
    await page.getByRole('button', { name: 'Renvoyer à corriger' }).click();
    const dialog = page.getByRole('dialog', { name: 'Renvoyer au traducteur' });
    await dialog.getByLabel('Raison').fill('L’original dit 1987 : corrigez l’année de naissance.');
    await expectNoAxeViolations(page);
    await inFrench(page);
    await dialog.getByRole('button', { name: 'Renvoyer à corriger' }).click();
    await page.getByText('À corriger').first().waitFor();
  });

  it('comes back corrected', async () => {
    const page = of(translator);
    await page.goto('/translations');
    await page.getByRole('link', { name: 'acte de naissance' }).click();
    await page.getByText('L’original dit 1987').waitFor();
    await expectNoAxeViolations(page);
    await inFrench(page);
    await uploadFile(page, files.right);
    await page.getByText('Dates, nombres et noms de l’original se retrouvent').waitFor({ timeout: FOUND_MS });
    await page.getByRole('button', { name: 'Livrer', exact: true }).click();
    await page.getByText('Livrées, en attente de réponse').waitFor();
  });

  it('is accepted: filed beside its original, the case judged again, and the paper needs no translation any more', async () => {
    const page = of(adviser);
    await page.goto('/cases');
    await page.getByRole('link', { name: CASE }).click();
    await page.getByText('Faible : à traduire').waitFor();
    await page.getByRole('link', { name: 'Traductions' }).last().click();
    await page.getByText('Livrée, à relire').waitFor();
    await saveScreenshot(page, 'translations-case');
    await expectNoAxeViolations(page);
    await inFrench(page);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('button', { name: 'Accepter et verser au dossier' }).click();
    await page.getByText('Versée au dossier').waitFor();
    await page.getByRole('link', { name: /Voir le dossier/ }).click();
    await page.getByRole('link', { name: 'Documents', exact: true }).click();
    await page.getByText('2 documents').first().waitFor({ timeout: FOUND_MS });
    await page.getByText('Faible : à traduire').waitFor({ state: 'detached' });
    const { judgement } = await judgementOf(page);
    expect(judgement.relations.translations).toHaveLength(1);
    expect(judgement.relations.translations[0]?.confidence).toBe(1);
  });

  it('counts in the figures', async () => {
    const page = of(administrator);
    await page.reload();
    await page.getByRole('row', { name: /espagnol → français 0 0 1 1/ }).waitFor();
    await saveScreenshot(page, 'translations-translators');
    await expectNoAxeViolations(page);
  });
});

describe('on a phone', () => {
  it('shows one side at a time, and nothing is cut off', async () => {
    const page = await app.as('adviser', '/translations', PHONE);
    await page.getByText('Toutes').click();
    await page.getByRole('link', { name: /acte de naissance/i }).click();
    await page.getByRole('radiogroup', { name: 'Côté affiché' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await saveScreenshot(page, 'translations-order-phone');
    await expectNoAxeViolations(page);
    const inbox = await app.as('translator', '/translations', PHONE);
    await inbox.getByText('Acceptées ces derniers temps').waitFor();
    expect(await inbox.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await saveScreenshot(inbox, 'translations-inbox-phone');
    await expectNoAxeViolations(inbox);
  });
});

interface Judged {
  readonly judgement: { readonly relations: { readonly translations: readonly { readonly confidence: number }[] } };
}

async function judgementOf(page: Page): Promise<Judged> {
  const caseId = new URL(page.url()).pathname.split('/')[2] ?? '';
  return (await page.request.get(`/api/cases/${caseId}/judgement`)).json();
}
