import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { askAxe } from './ask-axe.ts';

const LANGUAGES = ['fr', 'en'] as const;
const THEMES = ['light', 'dark'] as const;

/** Runs axe on the page as it is, an open dialog included, in both languages and both themes. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const found: string[] = [];
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      await choose(page, language, theme);
      found.push(...(await lastingViolations(page)).map((violation) => `${language} ${theme}: ${violation}`));
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
async function lastingViolations(page: Page): Promise<string[]> {
  if ((await violationsOf(page)).length === 0) return [];
  await page.waitForTimeout(1000);
  return violationsOf(page);
}

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await askAxe(page);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} (${any[0]?.message ?? ''})`),
  );
}
