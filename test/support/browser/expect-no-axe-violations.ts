import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { askAxe } from './ask-axe.ts';

/** All rules in each language and each theme; of the other two pairs only the contrast of colours, which alone depends on both. */
const LOOKS = [
  { language: 'fr', theme: 'light', rules: undefined },
  { language: 'fr', theme: 'dark', rules: ['color-contrast'] },
  { language: 'en', theme: 'dark', rules: undefined },
  { language: 'en', theme: 'light', rules: ['color-contrast'] },
] as const;

/** Runs axe on the page as it is, an open dialog included, in both languages and both themes. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const found: string[] = [];
  for (const { language, theme, rules } of LOOKS) {
    await choose(page, language, theme);
    found.push(...(await lastingViolations(page, rules)).map((violation) => `${language} ${theme}: ${violation}`));
  }
  expect(found).toEqual([]);
}

/** As if another tab had changed language and theme: nothing on the page is lost. */
export async function choose(page: Page, language: 'fr' | 'en', theme: 'light' | 'dark'): Promise<void> {
  const kept = { 'liasse-language': language, 'mantine-color-scheme-value': theme };
  await page.evaluate((values) => {
    for (const [key, newValue] of Object.entries(values)) {
      localStorage.setItem(key, newValue);
      window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
    }
  }, kept);
  await page.locator(`html[lang=${language}][data-mantine-color-scheme=${theme}]`).waitFor({ state: 'attached' });
}

/** Colours that are on their way from one theme to the other, words that are just being fetched: whatever is still wrong a moment later counts. */
async function lastingViolations(page: Page, rules: readonly string[] | undefined): Promise<string[]> {
  if ((await violationsOf(page, rules)).length === 0) return [];
  await page.waitForTimeout(1000);
  return violationsOf(page, rules);
}

async function violationsOf(page: Page, rules: readonly string[] | undefined): Promise<string[]> {
  const { violations } = await askAxe(page, rules && [...rules]);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} (${any[0]?.message ?? ''})`),
  );
}
