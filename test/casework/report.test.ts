import { beforeAll, describe, expect, it } from 'vitest';
import { judgeCase } from '#casework/judge-case.ts';
import { html } from '#casework/report/html.ts';
import { renderReport } from '#casework/report/render-report.ts';
import { shadeOf } from '#casework/report/report-style.ts';
import { aFlag, aPaper, humanitarianCasework } from '../support/a-case.ts';

let rules: Awaited<ReturnType<typeof humanitarianCasework>>;
beforeAll(async () => {
  rules = await humanitarianCasework();
});

const EVIL = '<script>alert(1)</script>"\'\u202e&';

function report(language: 'fr' | 'en'): string {
  const papers = [
    aPaper('a', 'medical-certificate', {
      file: `${EVIL}.pdf`,
      flags: [{ ...aFlag('undated'), message: { fr: EVIL, en: EVIL } }],
    }),
    aPaper('b', 'pay-slip', { file: 'tout.pdf', pages: { from: 2, to: 3, of: 5 } }),
  ];
  const judgement = judgeCase(EVIL, { papers, facts: {}, asOf: '2026-11-26' }, rules);
  const labels = { typeLabel: (id: string) => id, flagLabel: (code: string) => code };
  return renderReport({ judgement, papers, permit: rules.pipeline.label, ...labels, clippings: [] }, language);
}

describe('the report', () => {
  it.each(['fr', 'en'] as const)('lets nothing that stands in papers or names become markup (%s)', (language) => {
    const page = report(language);
    expect(page).not.toMatch(/<script|javascript:|\u202e/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
    expect(page).toContain(`<html lang="${language}">`);
  });

  it('needs nothing else: no request is made by it', () => {
    expect(report('fr')).not.toMatch(/src="(?!data:)|href=|url\(|@import/);
  });

  it('names a paper by its file, and by its pages when the file holds several', () => {
    expect(report('fr')).toContain('tout.pdf (p.\u00a02–3)');
  });

  it('has a heading for every part and a header for every row and column of its tables', () => {
    const page = report('fr');
    expect(page.match(/<h2>/g)?.length).toBeGreaterThanOrEqual(6);
    expect(page).toContain('<th scope="row">');
    expect(page).toContain('<th scope="col">');
    expect(page).toContain('<caption>');
  });

  it('keeps dark text readable on every shade', () => {
    const luminance = (rgb: readonly number[]): number =>
      rgb
        .map((value) => value / 255)
        .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
        .reduce((sum, value, index) => sum + value * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
    const ink = luminance([0x1b, 0x24, 0x30]);
    for (let strength = 0; strength <= 100; strength += 5) {
      const behind = luminance((shadeOf(strength).match(/\d+/g) ?? []).map(Number));
      expect((behind + 0.05) / (ink + 0.05)).toBeGreaterThan(4.5);
    }
  });
});

describe('HTML from templates', () => {
  it('escapes text, keeps markup, and leaves out what is not there', () => {
    expect(
      html`<p title="${'"'}">${'<'}${html`<b>${1}</b>`}${null}${undefined}${['&', html`<i></i>`]}</p>`.toString(),
    ).toBe('<p title="&quot;">&lt;<b>1</b>&amp;<i></i></p>');
  });
});
