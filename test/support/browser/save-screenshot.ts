import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where pictures of pages are put, for people to look at; git does not keep it. */
const FOLDER = process.env['LIASSE_SCREENSHOTS'] ?? 'tmp/screenshots';

/** Keeps a picture of the page as it shows: `<name>.png`. */
export async function saveScreenshot(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
