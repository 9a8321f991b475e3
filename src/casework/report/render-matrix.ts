import type { Cell } from '#domain/case-judgement.ts';
import { html, type Markup } from './html.ts';
import type { ReportContext } from './report-context.ts';
import { shadeOf } from './report-style.ts';

/** The criteria with what carries them, the best carried first: what an adviser reads aloud. */
export function renderCriteria({ judgement, language, words }: ReportContext): Markup {
  const lines = judgement.criteria.map(
    ({ label, coverage, strength, because }) => html`<li>
<div><span class="mark ${coverage}">${words.coverage[coverage]}</span><br><span class="quiet">${strength}/100</span>${bar(strength)}</div>
<div><strong>${label[language]}</strong>${because.map(({ message }) => html`<p>${message[language]}</p>`)}</div>
</li>`,
  );
  return html`<section><h2>${words.criteria}</h2><ol class="criteria">${lines}</ol></section>`;
}

/** The heat map: papers that speak to some criterion × criteria. */
export function renderMatrix(context: ReportContext): Markup {
  const { judgement, papers, language, words, paperName } = context;
  const { criteria, cells } = judgement;
  const shown = papers.filter(({ key }) => cells.some(({ paper }) => paper === key));
  const head = criteria.map(({ label }) => html`<th scope="col">${label[language]}</th>`);
  const rows = shown.map(({ key }) => {
    const figures = criteria.map(({ id }) =>
      cellMarkup(
        cells.find(({ paper, criterion }) => paper === key && criterion === id),
        context,
      ),
    );
    return html`<tr><th scope="row">${paperName(key)}</th>${figures}</tr>
`;
  });
  return html`<section class="detail"><h2>${words.matrix}</h2><div class="scroll"><table>
<caption>${words.matrixNote}</caption>
<thead><tr><th scope="col">${words.paper}</th>${head}</tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}

function cellMarkup(cell: Cell | undefined, { words }: ReportContext): Markup {
  if (cell === undefined) return html`<td class="figure">–</td>`;
  if (!cell.isCounted) return html`<td class="figure" title="${words.notCounted}">(${cell.strength})</td>`;
  return html`<td class="figure" style="background:${shadeOf(cell.strength)}">${cell.strength}</td>`;
}

function bar(strength: number): Markup {
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="10" fill="#dfe5ec"/><rect width="${strength}" height="10" fill="#2f6fb0"/></svg>`;
}
