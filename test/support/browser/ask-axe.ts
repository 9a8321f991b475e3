import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe says of a page: rules that are broken, and those it can't tell of. */
export type AxeAnswer = Pick<axe.AxeResults, 'violations' | 'incomplete'>;

/** Asks axe about the page as it is, by all its rules or those named. It is put into the page once and stays; frames are not looked into. */
export async function askAxe(page: Page, runOnly?: axe.RunOptions['runOnly']): Promise<AxeAnswer> {
  const options: axe.RunOptions = { iframes: false, resultTypes: ['violations', 'incomplete'] };
  if (runOnly !== undefined) options.runOnly = runOnly;
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe.source);
  return page.evaluate<AxeAnswer>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations, incomplete }) => ({ violations, incomplete }))`,
  );
}
