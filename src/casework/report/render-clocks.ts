import type { Clock } from '#domain/case-judgement.ts';
import { html, type Markup } from './html.ts';
import { dateIn, type ReportContext } from './report-context.ts';

/** The deadlines in the order of their days, a day that is only possible among them; then how long things take, then what is settled. */
export function renderClocks(context: ReportContext): Markup {
  const { judgement, words } = context;
  const clocks = judgement.clocks.toSorted((a, b) => groupOf(a) - groupOf(b) || byDue(a, b));
  if (clocks.length === 0) return html`<section><h2>${words.clocks}</h2><p>${words.noClocks}</p></section>`;
  return html`<section><h2>${words.clocks}</h2><div class="scroll" role="region" aria-label="${words.clocks}" tabindex="0"><table class="clocks">
<thead><tr><th scope="col">${words.due}</th><th scope="col">${words.rule}</th></tr></thead>
<tbody>${clocks.map((clock) => row(clock, context))}</tbody></table></div></section>`;
}

function row(
  { label, due, state, message, source, paper }: Clock,
  { language, words, paperName }: ReportContext,
): Markup {
  return html`<tr><td class="short"><strong>${due === null ? '–' : dateIn(due, language)}</strong><br><span class="clock-${state}">${words.clockStates[state]}</span></td>
<td><strong>${label[language]}</strong><p>${message[language]}</p><p class="quiet">${paperName(paper)} · ${source}</p></td></tr>
`;
}

function groupOf({ kind, state }: Clock): number {
  if (state === 'done') return 2;
  return kind === 'information' ? 1 : 0;
}

/** Without a day first: somebody has to look. */
function byDue({ due: a }: Clock, { due: b }: Clock): number {
  return (a ?? '') < (b ?? '') ? -1 : Number((a ?? '') > (b ?? ''));
}
