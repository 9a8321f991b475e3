import type { Page } from 'playwright-core';

/** A PDF with a text layer, as an office program prints it: one page of these lines. */
export async function printedPdf(page: Page, text: string): Promise<Buffer> {
  const lines = text.split('\n').map((line) => `<p>${line === '' ? '&nbsp;' : line}</p>`);
  const style = 'body { font: 15px/1.5 serif; margin: 2.2cm } p { margin: 0 }';
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${lines.join('')}`);
  return page.pdf({ format: 'A4' });
}
