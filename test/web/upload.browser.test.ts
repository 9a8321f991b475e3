import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type BrowserApp, startBrowserApp } from '../support/browser/browser-app.ts';
import { expectNoAxeViolations } from '../support/browser/expect-no-axe-violations.ts';
import { saveScreenshot } from '../support/browser/save-screenshot.ts';

/** Papers with letters of their own: nothing has to be recognised. */
const PAPERS = 'fixtures/cases/humanitarian/child-with-cystic-fibrosis/papers';
const NAMES = ['lettre CRCM.pdf', 'impots 2025.pdf', 'bulletin juin.pdf', 'bulletin sept.pdf', 'prefecture.pdf'];
const MEGABYTE = 1024 * 1024;

interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const paper = (name: string, as = name): Given => ({
  ...{ name: as, mimeType: 'application/pdf', buffer: readFileSync(join(PAPERS, name)) },
});
/** As large as a scan: what matters is that all of it comes in. */
const heavy = (name: string): Given => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(9 * MEGABYTE, name) });

async function openCase(app: BrowserApp, page: Page, name: string): Promise<string> {
  const { id } = z.object({ id: z.string() }).parse(await app.post(page, '/api/cases', { name }));
  await page.goto(`/cases/${id}`);
  await page.getByRole('heading', { name }).waitFor();
  return id;
}

const choose = (page: Page, files: Given | Given[] | string): Promise<void> =>
  page.locator('input[name=files]').setInputFiles(files);
const panel = (page: Page) => page.getByRole('region', { name: 'Envoi des documents' });
const row = (page: Page, name: string) => panel(page).getByRole('listitem').filter({ hasText: name });

const filesSchema = z.object({
  files: z.array(z.object({ name: z.string(), sizeBytes: z.number(), state: z.string() })),
});

async function filesOf(page: Page, caseId: string): Promise<z.infer<typeof filesSchema>['files']> {
  return filesSchema.parse(await (await page.request.get(`/api/cases/${caseId}/files`)).json()).files;
}

/** A line that lets a megabyte through in a second. */
async function slowLine(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 1.5 * MEGABYTE },
  });
}

describe('files that are dropped', () => {
  let app: BrowserApp;
  beforeAll(async () => {
    app = await startBrowserApp({ args: ['--workers', '1', '--concurrency', '1'] });
  });
  afterAll(() => app.close());

  it('are read one by one while more are dropped; what is a copy or no paper is said at once', async () => {
    const page = await app.as('adviser', '/cases');
    const caseId = await openCase(app, page, 'Famille Gjonaj');
    const empty = { name: 'scan vide.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) };
    await choose(page, [...NAMES.map((name) => paper(name)), paper('lettre CRCM.pdf', 'lettre CRCM (1).pdf'), empty]);
    await row(page, 'scan vide.pdf').getByText('Le fichier est vide').waitFor();
    await row(page, 'lettre CRCM (1).pdf').getByText('doublon de « lettre CRCM.pdf »').waitFor();
    await choose(page, paper('refus caf.pdf'));
    await row(page, 'refus caf.pdf').getByText('lu : Décision CAF, RSA ou aide sociale').waitFor();
    await row(page, 'lettre CRCM.pdf').first().getByText('lu : Courrier hospitalier').waitFor();
    await panel(page).getByText('Tout est lu.').waitFor();
    await saveScreenshot(page, 'upload');
    await page.getByRole('link', { name: 'Courrier hospitalier' }).first().waitFor();
    expect((await filesOf(page, caseId)).map(({ state }) => state).sort()).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'accepted',
      'accepted',
      'accepted',
      'duplicate',
      'rejected',
    ]);
    await expectNoAxeViolations(page);
    await page.context().close();
  });

  it('can be dropped as a folder anywhere on the page', async () => {
    const page = await app.as('adviser', '/cases');
    await openCase(app, page, 'Dossier déposé');
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['Attestation de domicile, le 3 mai 2026'], 'attestation.txt'));
      return transfer;
    });
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
    const zone = page.getByText('Déposez ici');
    await zone.waitFor();
    await zone.dispatchEvent('drop', { dataTransfer: dropped });
    await row(page, 'attestation.txt')
      .getByText(/lu\s:|lu, type/)
      .waitFor();
    await page.context().close();
  });

  it('make a case whose every part can be read by all, in both languages and themes', async () => {
    const page = await app.as('adviser', '/cases');
    await page.getByRole('link', { name: 'Famille Gjonaj' }).click();
    await page.getByText('Ce que le dossier porte').waitFor();
    const parts = {
      Preuves: 'Critères et documents',
      'Prochaines étapes': 'À demander, dans l’ordre',
      Délais: 'Ajouter à mon agenda (.ics)',
      Chronologie: 'Présence en France',
      Exports: 'Dossier annexé',
    };
    await page.getByText('Cartes').click();
    await expectNoAxeViolations(page);
    for (const [tab, shown] of Object.entries(parts)) {
      await page.evaluate(() => localStorage.setItem('liasse-language', 'fr'));
      await page.reload();
      await page.getByRole('link', { name: tab, exact: true }).click();
      await page.getByText(shown).first().waitFor();
      await saveScreenshot(page, `case-${tab}`);
      await expectNoAxeViolations(page);
    }
    await page.context().close();
  });

  it('say by keyboard alone why a paper is worth what it is', async () => {
    const page = await app.as('adviser', '/cases');
    await page.getByRole('link', { name: 'Famille Gjonaj' }).click();
    await page.getByRole('link', { name: 'Preuves', exact: true }).click();
    const first = page.locator('[data-place]').first();
    await first.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Un document de ce type, sans défaut').waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('are found by words inside them, and taken out as a dossier', async () => {
    const page = await app.as('adviser', '/cases');
    await page.getByRole('link', { name: 'Famille Gjonaj' }).click();
    await page.getByLabel('Chercher dans les textes').fill('mucoviscidose');
    await page.getByText(/documents? contien/).waitFor();
    expect(page.url()).not.toContain('mucoviscidose');
    await page.getByRole('link', { name: 'Exports' }).click();
    await page.getByRole('button', { name: 'Préparer le dossier' }).click();
    await page.getByText('Prêt').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Dossier ·/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Famille Gjonaj-annexes.pdf');
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await page.context().close();
  });
});

describe('an upload over a bad line', () => {
  let app: BrowserApp;
  beforeAll(async () => {
    app = await startBrowserApp();
  });
  afterAll(() => app.close());

  it('goes on by itself after the server was killed, and loses nothing', async () => {
    const page = await app.as('adviser', '/cases');
    const caseId = await openCase(app, page, 'Serveur tué');
    await slowLine(page);
    await choose(page, heavy('grand texte.txt'));
    await row(page, 'grand texte.txt')
      .getByText(/envoi, [2-6]\d\s%/)
      .waitFor();
    await app.served.stop('SIGKILL');
    await row(page, 'grand texte.txt').getByText('la ligne est coupée').waitFor();
    await app.served.restart();
    await row(page, 'grand texte.txt').getByText('reçu, en attente de lecture').waitFor();
    expect(await filesOf(page, caseId)).toEqual([
      { name: 'grand texte.txt', sizeBytes: 9 * MEGABYTE, state: 'waiting' },
    ]);
    await page.context().close();
  });

  it('is gone on with after the page was closed, once the same file is dropped again', async () => {
    const page = await app.as('adviser', '/cases');
    const caseId = await openCase(app, page, 'Page fermée');
    const path = join(app.served.home, 'déjà vu.txt');
    writeFileSync(path, Buffer.alloc(9 * MEGABYTE, 'déjà vu'));
    await slowLine(page);
    await choose(page, path);
    await row(page, 'déjà vu.txt')
      .getByText(/envoi, [3-7]\d\s%/)
      .waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('Un envoi est resté incomplet').waitFor();
    await page.getByText('déjà vu.txt').waitFor();
    await expectNoAxeViolations(page);
    const offsets: number[] = [];
    page.on('request', (request) => {
      const offset = request.headers()['upload-offset'];
      if (request.method() === 'PATCH' && offset !== undefined) offsets.push(Number(offset));
    });
    await choose(page, path);
    await page.getByText(/received, waiting to be read|reçu, en attente de lecture/).waitFor();
    expect(Math.min(...offsets)).toBeGreaterThanOrEqual(2 * MEGABYTE);
    expect(await filesOf(page, caseId)).toMatchObject([{ name: 'déjà vu.txt', sizeBytes: 9 * MEGABYTE }]);
    await page.context().close();
  });
});
