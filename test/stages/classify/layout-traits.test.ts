import { describe, expect, it } from 'vitest';
import type { DocumentPage } from '#domain/page-reading.ts';
import { layoutTraits } from '#stages/classify/layout-traits.ts';
import { pageFromText } from '../../support/pages-from-text.ts';

const traitsOf = (page: DocumentPage) => layoutTraits([page]);

/** The page with every line as wide as given, relative to the page, from the left margin. */
const setAs = (page: DocumentPage, width: number): DocumentPage => ({
  ...page,
  lines: page.lines.map((line) => ({ ...line, box: [0.1, line.box[1], width, line.box[3]] })),
});

const LETTER = pageFromText(
  ['We have read your letter', 'of the third of May', 'and see no reason to change', 'what we decided in April'].join(
    '\n',
  ),
);

describe('the layout of a page', () => {
  it('shows that people are quoted, in any marks', () => {
    const report = pageFromText(
      ['Nobody came', '« Je suis parti », dit-il', '„Ich ging“', '「我走了」', 'The minister was silent'].join('\n'),
    );
    expect(traitsOf(report).get('quotations')).toBe(1);
    expect(traitsOf(LETTER).get('quotations')).toBe(0);
  });

  it('shows columns as newspapers set them', () => {
    expect(traitsOf(setAs(LETTER, 0.4)).get('narrow-columns')).toBe(1);
    expect(traitsOf(setAs(LETTER, 0.75)).get('narrow-columns')).toBe(0);
  });

  it('is no column where lines are short because they hold little', () => {
    const form = pageFromText(['Name: Diallo', 'Born: 1990', 'Town: Lyon', 'Date: today'].join('\n'));
    expect(traitsOf(setAs(form, 0.3)).get('narrow-columns')).toBe(0);
  });
});
