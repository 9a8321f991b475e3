import type { Cell } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { decimalIn } from '../fill-sentence.ts';
import { html, type Markup } from './html.ts';
import { type Clipping, dateIn, type ReportContext } from './report-context.ts';

const languageNames = {
  fr: new Intl.DisplayNames(['fr'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
};

/** A language of less of the paper is a name or a heading, and may be another's. */
const LEAST_SHARE = 0.2;

/** Paper by paper: what it is, what is weak about it (with the place), and why it is worth what it is. */
export function renderPapers(context: ReportContext): Markup {
  const papers = context.papers.map((paper) => renderPaper(paper, context));
  return html`<section class="detail"><h2>${context.words.details}</h2>${papers}</section>`;
}

function renderPaper(paper: CasePaper, context: ReportContext): Markup {
  const { record, key } = paper;
  const { words, language, judgement } = context;
  const date = record.issueDate === null ? words.noDate : dateIn(record.issueDate.iso, language);
  const facts = [
    context.typeLabel(record.type?.id ?? ''),
    date,
    record.letterhead?.issuer ?? '',
    record.languages
      .filter(({ share }) => share >= LEAST_SHARE)
      .map(({ code }) => languageNames[language].of(code) ?? code)
      .join(', '),
  ];
  const cells = judgement.cells.filter((cell) => cell.paper === key);
  return html`<article class="paper"><h3>${context.paperName(key)}</h3>
<p>${facts.filter((fact) => fact !== '').join(' · ')}</p>
${record.flags.length === 0 ? null : html`<ul>${record.flags.map((flag) => html`<li><strong>${context.flagLabel(flag.code)}</strong>${context.words.colon} ${flag.message[language]}${clippingOf(key, flag.code, context)}</li>`)}</ul>`}
${cells.length === 0 ? null : html`<details><summary>${words.why}</summary>${cells.map((cell) => reasons(cell, context))}</details>`}
</article>
`;
}

function reasons(
  { criterion, strength, isCounted, factors }: Cell,
  { judgement, language, words }: ReportContext,
): Markup {
  const label = judgement.criteria.find(({ id }) => id === criterion)?.label[language] ?? criterion;
  const [weight, ...rest] = factors;
  // Of what does not count, why it does not is all that matters.
  const others = isCounted ? rest : rest.slice(-1);
  const lines = others.map(
    ({ value, message }) =>
      html`<li>${value === 1 ? '' : `× ${decimalIn(value, language)}${words.colon} `}${message[language]}</li>`,
  );
  return html`<p>${label}${words.colon} <strong>${strength}/100</strong>${isCounted ? '' : ` (${words.notCounted})`}. <span class="quiet">${weight?.message[language]}</span></p>${lines.length === 0 ? null : html`<ul>${lines}</ul>`}`;
}

function clippingOf(paper: string, flag: string, { clippings, words }: ReportContext): Markup | null {
  const found: Clipping | undefined = clippings.find((one) => one.paper === paper && one.flag === flag);
  if (found === undefined) return null;
  const caption = words.clipping(found.page);
  return html`<figure><img src="${found.picture}" width="${found.width}" height="${found.height}" alt="${caption}"><figcaption>${caption}</figcaption></figure>`;
}
