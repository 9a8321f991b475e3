import type { Cell } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { html, type Markup } from './html.ts';
import type { ReportContext } from './report-context.ts';
import { shadeOf } from './report-style.ts';

/** The criteria with what carries them, the best carried first: what an adviser reads aloud. */
export function renderCriteria({ judgement, language, words, paperName }: ReportContext): Markup {
  const lines = judgement.criteria.map(
    ({ label, coverage, strength, because }) => html`<li>
<div><span class="mark ${coverage}">${words.coverage[coverage]}</span><br><span class="quiet">${strength}/100</span>${bar(strength)}</div>
<div><strong>${label[language]}</strong>${because.map(({ message, papers }) => html`<p>${message[language]}${papers.length === 0 ? null : html` <span class="quiet">${papers.map(paperName).join(' · ')}</span>`}</p>`)}</div>
</li>`,
  );
  return html`<section><h2>${words.criteria}</h2><ol class="criteria">${lines}</ol></section>`;
}

/** The heat map: papers that speak to some criterion × criteria. */
export function renderMatrix(context: ReportContext): Markup {
  const { judgement, language, words, paperName, typeLabel } = context;
  const { criteria, cells } = judgement;
  const head = criteria.map(({ label }) => html`<th scope="col">${label[language]}</th>`);
  const rows = stairs(context).map(({ key, record }) => {
    const figures = criteria.map(({ id }) =>
      cellMarkup(
        cells.find(({ paper, criterion }) => paper === key && criterion === id),
        context,
      ),
    );
    return html`<tr><th scope="row">${paperName(key)}<br><span class="quiet">${typeLabel(record.type?.id ?? '')}</span></th>${figures}</tr>
`;
  });
  return html`<section class="detail matrix"><h2>${words.matrix}</h2><div class="scroll" role="region" aria-label="${words.matrix}" tabindex="0"><table>
<caption>${words.matrixNote}</caption>
<thead><tr><th scope="col">${words.paper}</th>${head}</tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}

/** The papers that say something, those that carry the first criterion first, then the second: the map falls from left to right. */
function stairs({ judgement: { criteria, cells }, papers }: ReportContext): CasePaper[] {
  const worth = (key: string, criterion: string): number =>
    cells.find((cell) => cell.paper === key && cell.criterion === criterion)?.strength ?? 0;
  return papers
    .filter(({ key }) => criteria.some(({ id }) => worth(key, id) > 0))
    .sort((a, b) => {
      const criterion = criteria.find(({ id }) => worth(a.key, id) !== worth(b.key, id));
      return criterion === undefined ? 0 : worth(b.key, criterion.id) - worth(a.key, criterion.id);
    });
}

function cellMarkup(cell: Cell | undefined, { words }: ReportContext): Markup {
  if (cell === undefined || (cell.strength === 0 && !cell.isCounted)) return html`<td class="figure">–</td>`;
  if (!cell.isCounted) return html`<td class="figure" title="${words.notCounted}">(${cell.strength})</td>`;
  return html`<td class="figure" style="background:${shadeOf(cell.strength)}">${cell.strength}</td>`;
}

function bar(strength: number): Markup {
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="10" fill="#dfe5ec"/><rect width="${strength}" height="10" fill="#2f6fb0"/></svg>`;
}
