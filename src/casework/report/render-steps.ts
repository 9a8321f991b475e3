import type { Request } from '#domain/case-judgement.ts';
import { html, type Markup } from './html.ts';
import type { ReportContext } from './report-context.ts';

/** What to ask for next, in order; the letters that ask for it are at the end of the report. */
export function renderSteps(context: ReportContext): Markup {
  const { judgement, language, words, paperName } = context;
  const letters = requestsWithLetter(context);
  const steps = judgement.requests.map((request) => {
    const { what, why, gain, paper } = request;
    const number = letters.indexOf(request) + 1;
    const notes = [
      ...(paper === null ? [] : [paperName(paper)]),
      ...(gain > 0 ? [words.gain(gain)] : []),
      ...(number === 0 ? [] : [words.letterNumber(number)]),
    ];
    return html`<li><strong>${capital(what[language])}</strong>
<p>${why[language]} <span class="quiet">${notes.join(' · ')}</span></p></li>
`;
  });
  const list = steps.length === 0 ? html`<p>${words.noSteps}</p>` : html`<ol class="steps">${steps}</ol>`;
  return html`<section><h2>${words.nextSteps}</h2>${list}</section>`;
}

/** The letters in full, to be copied from a screen or from paper. */
export function renderLetters(context: ReportContext): Markup | null {
  const { words, language } = context;
  const letters = requestsWithLetter(context).flatMap(({ letter, what }, index) =>
    letter === null
      ? []
      : html`<article class="letter"><h3>${capital(words.letterNumber(index + 1))}</h3><p class="quiet">${capital(what[language])}</p>
<p>${words.to}${words.colon} ${letter.to}<br>${words.subject}${words.colon} <span lang="fr">${letter.subject}</span></p><pre lang="fr">${letter.body}</pre></article>
`,
  );
  if (letters.length === 0) return null;
  return html`<section class="detail letters"><h2>${words.letters}</h2><p class="quiet">${words.lettersNote}</p>${letters}</section>`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function requestsWithLetter({ judgement }: ReportContext): Request[] {
  return judgement.requests.filter(({ letter }) => letter !== null);
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
    }) => html`<li class="finding-${severity}"><span class="grade">${words.severities[severity]}</span>
<div>${message[language]} <span class="quiet">${papers.map(paperName).join(' · ')}</span></div></li>
`,
  );
  const list = lines.length === 0 ? html`<p>${words.noFindings}</p>` : html`<ul class="findings">${lines}</ul>`;
  return html`<section><h2>${words.findings}</h2>${list}</section>`;
}
