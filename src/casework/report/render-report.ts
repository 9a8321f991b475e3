import type { CasePaper } from '#domain/case-paper.ts';
import type { Bilingual } from '#domain/findings.ts';
import { html, Markup } from './html.ts';
import { renderClocks } from './render-clocks.ts';
import { renderCriteria, renderMatrix } from './render-matrix.ts';
import { renderPapers } from './render-papers.ts';
import { renderFindings, renderLetters, renderSteps } from './render-steps.ts';
import { dateIn, type ReportContext, type ReportInput } from './report-context.ts';
import { REPORT_STYLE } from './report-style.ts';
import { REPORT_WORDS } from './report-words.ts';

/**
 * The report of a case as one HTML file that needs nothing else: no script, no font, no request. First what an adviser can read aloud, then the matrix,
 * then paper by paper. Everything that stands in papers is escaped.
 */
export function renderReport(input: ReportInput, language: keyof Bilingual): string {
  const { judgement, papers, permit, timeline } = input;
  const words = REPORT_WORDS[language];
  const byKey = new Map(papers.map((paper) => [paper.key, paper]));
  const context: ReportContext = { ...input, language, words, paperName: (key) => nameOf(byKey.get(key)) };
  const date = dateIn(judgement.asOf, language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${words.title(judgement.case)}</title>
<style>${new Markup(REPORT_STYLE)}</style>
</head>
<body>
<header><h1>${words.title(judgement.case)}</h1>
<p class="quiet">${permit[language]} · ${words.subtitle(date)} · ${words.papers(papers.length)}</p></header>
<main>
${renderCriteria(context)}
${renderClocks(context)}
${renderSteps(context)}
${renderFindings(context)}
${timeline === undefined ? '' : renderPresence(timeline, context)}
${renderMatrix(context)}
${renderPapers(context)}
${renderLetters(context)}
</main>
<footer>${words.footer} (${judgement.pipeline.id} ${judgement.pipeline.version})</footer>
</body>
</html>
`.toString();
}

/** The months as a picture, and what is said of them. */
function renderPresence(timeline: string, { judgement: { presence }, language, words }: ReportContext): Markup {
  const said = [presence.fromBecause, ...presence.because, ...presence.stretches.map(({ because }) => because)];
  const lines = said.map((one) => (one === null ? null : html`<li>${one.message[language]}</li>`));
  return html`<section class="presence"><h2>${words.presence}</h2><div class="scroll" role="region" aria-label="${words.presence}" tabindex="0">${new Markup(timeline)}</div><ul>${lines}</ul></section>`;
}

function nameOf(paper: CasePaper | undefined): string {
  if (paper === undefined) return '?';
  const { file, pages } = paper.record;
  if (pages === null || (pages.from === 1 && pages.to === pages.of)) return file;
  return `${file} (p.\u00a0${pages.from === pages.to ? pages.from : `${pages.from}–${pages.to}`})`;
}
