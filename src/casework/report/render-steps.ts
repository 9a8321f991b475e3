import type { Request } from '#domain/case-judgement.ts';
import { html, type Markup } from './html.ts';
import { dateIn, type ReportContext } from './report-context.ts';

/** What to ask for next, in order, with the letters that ask for it. */
export function renderSteps({ judgement, language, words, paperName }: ReportContext): Markup {
  const letterOf = ({ letter }: Request): Markup | null =>
    letter === null
      ? null
      : html`<details><summary>${words.letter}${words.colon} ${letter.subject}</summary><p class="quiet">${words.to}${words.colon} ${letter.to}</p><pre lang="fr">${letter.body}</pre></details>`;
  const steps = judgement.requests.map(
    (
      request,
    ) => html`<li><strong>${request.what[language]}</strong> <span class="quiet">(${words.gain}${words.colon} +${request.gain}${request.paper === null ? '' : `, ${paperName(request.paper)}`})</span>
<p>${request.why[language]}</p>${letterOf(request)}</li>
`,
  );
  const list = steps.length === 0 ? html`<p>${words.noSteps}</p>` : html`<ol class="steps">${steps}</ol>`;
  return html`<section><h2>${words.nextSteps}</h2>${list}</section>`;
}

/** The deadlines, the nearest first; those that are done last. */
export function renderClocks({ judgement, language, words, paperName }: ReportContext): Markup {
  const order = ['lapsed', 'soon', 'running', 'unclear', 'done'];
  const clocks = [...judgement.clocks].sort((a, b) =>
    order.indexOf(a.state) - order.indexOf(b.state) || (a.due ?? '9') < (b.due ?? '9') ? -1 : 1,
  );
  if (clocks.length === 0) return html`<section><h2>${words.clocks}</h2><p>${words.noClocks}</p></section>`;
  const rows = clocks.map(
    ({
      label,
      due,
      state,
      message,
      source,
      from,
    }) => html`<tr><td class="short clock-${state}">${words.clockStates[state]}</td>
<td class="short">${due === null ? '–' : dateIn(due, language)}</td><td><strong>${label[language]}</strong><p>${message[language]}</p></td>
<td class="paper-name">${from === null ? '' : paperName(from.paper)}</td><td class="quiet">${source}</td></tr>
`,
  );
  return html`<section><h2>${words.clocks}</h2><div class="scroll"><table>
<thead><tr><th scope="col"></th><th scope="col">${words.due}</th><th scope="col">${words.rule}</th><th scope="col">${words.paper}</th><th scope="col">${words.source}</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}

/** What papers say about each other, the gravest first. */
export function renderFindings({ judgement, language, words, paperName }: ReportContext): Markup {
  const order = ['blocking', 'weak', 'info'];
  const findings = [...judgement.findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const lines = findings.map(
    ({
      message,
      papers,
      severity,
    }) => html`<li>${severity === 'info' ? message[language] : html`<strong>${message[language]}</strong>`}
<span class="quiet">${papers.map(paperName).join(' · ')}</span></li>
`,
  );
  const list = lines.length === 0 ? html`<p>${words.noFindings}</p>` : html`<ul class="findings">${lines}</ul>`;
  return html`<section><h2>${words.findings}</h2>${list}</section>`;
}
