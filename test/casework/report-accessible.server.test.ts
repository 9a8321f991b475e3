import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeCase } from '#casework/judge-case.ts';
import { drawPresence } from '#casework/presence/draw-presence.ts';
import { renderReport } from '#casework/report/render-report.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { aFlag, aPaper, humanitarianCasework } from '../support/a-case.ts';
import { askAxe } from '../support/browser/ask-axe.ts';
import { findChromium } from '../support/browser/find-chromium.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** As wide as a phone, or a screen enlarged four times (WCAG 1.4.10). */
const NARROW = 320;
/** A grey pixel. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

/** A report that has every part: flags with their places, deadlines of every state, letters, findings of every gravity, months of every kind. */
async function report(language: 'fr' | 'en'): Promise<string> {
  const rules = await humanitarianCasework();
  const issued = (iso: string) => ({
    issueDate: {
      iso,
      confidence: 0.97,
      text: iso,
      page: 1,
      box: [0.1, 0.1, 0.2, 0.02] as [number, number, number, number],
    },
  });
  const french = [{ code: 'fr', script: 'Latn', confidence: 1, share: 1 }];
  const flag = { ...aFlag('undated'), page: 1, box: [0.1, 0.1, 0.5, 0.1] as [number, number, number, number] };
  const papers: CasePaper[] = [
    aPaper('certificat', 'medical-certificate', { ...issued('2026-10-01'), flags: [aFlag('vague-medical')] }),
    aPaper('association', 'ngo-statement', { flags: [flag, aFlag('no-letterhead')], languages: french }),
    aPaper('récépissé', 'application-receipt', { ...issued('2026-06-15'), text: 'RÉCÉPISSÉ DE DEMANDE' }),
    aPaper('refus', 'prefecture-decision', {
      ...issued('2026-09-01'),
      text: 'Je rejette votre demande.',
      languages: french,
    }),
    aPaper('courrier', 'prefecture-decision', {
      ...issued('2026-11-16'),
      text: 'Demande de pièces.',
      languages: french,
    }),
    aPaper('facture', 'proof-of-address', issued('2026-05-02')),
    aPaper('bulletin', 'pay-slip', {
      ...issued('2026-06-30'),
      fields: { employee: 'Mercy OKUNDAYE' },
      ocr: { confidence: 0.95, pages: [] },
    }),
    aPaper('bulletin (2)', 'pay-slip', { ...issued('2026-06-30'), copyOf: 'bulletin' }),
    aPaper('avis', 'tax-notice', { ...issued('2026-08-01'), fields: { year: 2025 } }),
  ].map((paper, at) => ({ ...paper, position: at + 1 }));
  const facts = { client: 'Awa SANOGO', entry: '2025-01', departement: '59' };
  const judgement = judgeCase('dossier-12', { papers, facts, asOf: '2026-11-26' }, rules);
  const labels = { typeLabel: (id: string) => id, flagLabel: (code: string) => code };
  const clippings = [{ paper: 'association', page: 1, flag: 'undated', picture: PICTURE, width: 400, height: 60 }];
  const timeline = drawPresence(judgement.presence, { language });
  return renderReport({ judgement, papers, permit: rules.pipeline.label, ...labels, clippings, timeline }, language);
}

describe('the report, to those who do not see it, or see it badly', async () => {
  const program = await findChromium();
  let browser: Browser;
  beforeAll(async () => {
    if (program !== undefined)
      browser = await chromium.launch({ executablePath: program, chromiumSandbox: process.getuid?.() !== 0 });
  });
  afterAll(() => browser?.close());

  async function opened(language: 'fr' | 'en', look: Parameters<Page['emulateMedia']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
    const page = await context.newPage();
    await page.emulateMedia(look);
    await page.setContent(await report(language));
    // What is folded in is not looked at.
    for (const details of await page.locator('details').all())
      await details.evaluate((one) => one.setAttribute('open', ''));
    return page;
  }
  const problems = async (page: Page): Promise<string[]> => {
    const { violations, incomplete } = await askAxe(page, { type: 'tag', values: [...RULES] });
    // The contrast of letters in a picture can't be told from the page; test/casework/presence measures it.
    const doubtful = incomplete.filter(({ id }) => id !== 'color-contrast');
    return [...violations, ...doubtful].flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id} ${target.join(' ')}`),
    );
  };

  it.skipIf(program === undefined).for([
    ['fr', 'screen', 'light'],
    ['en', 'screen', 'light'],
    ['fr', 'screen', 'dark'],
    ['fr', 'print', 'light'],
    ['en', 'print', 'light'],
  ] as const)('has no fault of WCAG AA: %s, %s, %s', async ([language, media, colorScheme]) => {
    const page = await opened(language, { media, colorScheme });
    expect(await problems(page)).toEqual([]);
    await page.context().close();
  });

  it.skipIf(program === undefined)(
    'is read without scrolling sideways on a narrow screen, but for its tables and picture',
    async () => {
      const page = await opened('fr');
      await page.setViewportSize({ width: NARROW, height: 700 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(NARROW);
      expect(await problems(page)).toEqual([]);
      await page.context().close();
    },
  );
});
