import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scanCodes } from '#adapters/codes/scan-codes.ts';
import { type BrowserApp, PASSWORD, startBrowserApp } from '../support/browser/browser-app.ts';
import { expectNoAxeViolations } from '../support/browser/expect-no-axe-violations.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await startBrowserApp();
});
afterAll(() => app?.close());

it('shows the secret of the second step as a picture that a telephone reads, and asks no other machine to draw it', async () => {
  const page = await app.as('adviser', '/account');
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(page.url()).origin)) elsewhere.push(request.url());
  });
  await page.getByRole('button', { name: 'Activer' }).click();
  await page.getByRole('dialog').getByLabel('Mot de passe actuel').fill(PASSWORD);
  await page.getByRole('dialog').getByRole('button', { name: 'Activer' }).click();
  const picture = page.getByRole('img', { name: 'Code QR pour l’application d’authentification' });
  const { data, info } = await sharp(await picture.screenshot())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const [code] = await scanCodes({ width, height, channels: 1, pixels: new Uint8Array(data) });
  const link = page.getByRole('link', { name: 'Ouvrir dans l’application de cet appareil' });
  expect(code?.text).toMatch(/^otpauth:\/\/totp\/.+secret=/);
  expect(code?.text).toBe(await link.getAttribute('href'));
  expect(elsewhere).toEqual([]);
  await expectNoAxeViolations(page);
  await page.context().close();
});
