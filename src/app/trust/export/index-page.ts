import type { AuditRow } from '#domain/audit.ts';
import { auditActionSchema } from '#domain/audit.ts';
import type { Decision } from '#domain/decisions.ts';
import { isAboutPages } from '#domain/decisions-in-force.ts';
import { FAILURES } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { Labels } from '../../pipeline-labels.ts';
import { ENGLISH_TEXTS } from './english-texts.ts';
import type { ExportTexts } from './export-texts.ts';
import { FRENCH_TEXTS } from './french-texts.ts';
import type { ExportedDocument, ExportedFile, Gathered } from './gather-export.ts';
import { type Html, hrefTo, html } from './html.ts';
import { ordersList } from './orders-list.ts';

/** What the page says beside what was gathered. */
export interface PageFacts {
  readonly language: keyof Bilingual;
  readonly labels: Labels;
  /** ISO 8601. */
  readonly day: string;
  readonly person: string | undefined;
  readonly controller: string | undefined;
  readonly dueOn: string | null;
  readonly backups: number;
  /** Files whose originals could not be opened, by their ids. */
  readonly damaged: ReadonlySet<string>;
  /** The same page in the other language. */
  readonly otherPage: string;
}

const TEXTS: Readonly<Record<keyof Bilingual, ExportTexts>> = { fr: FRENCH_TEXTS, en: ENGLISH_TEXTS };

/** The page that explains an export to the person it is about: no scripts, nothing from elsewhere, all text escaped. */
export function indexPage(gathered: Gathered, facts: PageFacts): string {
  const text = TEXTS[facts.language];
  const { kept, files } = gathered;
  const page = html`<!doctype html>
<html lang="${facts.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title>
<style>${STYLE}</style>
</head>
<body>
<p><a href="${hrefTo(facts.otherPage)}">${text.otherLanguage}</a></p>
<h1>${text.title}</h1>
<p>${text.intro(longDay(facts.day, facts.language), kept.name)}</p>
${facts.person === undefined ? '' : html`<p>${text.onlyAbout(facts.person)}</p>`}
<p>${text.controller} <strong>${facts.controller ?? text.toFillIn}</strong></p>
${facts.damaged.size === 0 ? '' : html`<p class="warning">${text.missing(facts.damaged.size)}</p>`}
<h2>${text.contents.heading}</h2>
<dl>${text.contents.lines.map(([name, about]) => html`<dt><code>${name}</code></dt><dd>${about}</dd>`)}</dl>
<h2>${text.files.heading}</h2>
<p>${text.files.about}</p>
${filesTable(files, facts, text)}
<h2>${text.papers.heading}</h2>
<p>${text.papers.about}</p>
${files.flatMap(({ file, documents }) => documents.map((one) => paper(file.name, one, { facts, text })))}
<h2>${text.decisions.heading}</h2>
<p>${text.decisions.about}</p>
${decisionsList(gathered.decisions, text)}
<h2>${text.orders.heading}</h2>
<p>${text.orders.about}</p>
${ordersList(gathered, text)}
<h2>${text.audit.heading}</h2>
<p>${text.audit.about}</p>
<ul>${gathered.audit.map((row) => auditLine(row, text))}</ul>
<h2>${text.law.heading}</h2>
<ul>${[...text.law.lines, ...retention(gathered, facts, text)].map((line) => html`<li>${line}</li>`)}</ul>
<p><small>${text.hashes}</small></p>
</body>
</html>
`;
  return page.html;
}

const STYLE: Html = {
  html: `body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}
dt{margin-top:.5rem}.warning{border-left:.3rem solid #a00000;padding-left:.7rem}section{border-top:1px solid #767676;margin-top:1rem}
@media print{a{color:inherit}}`,
};

function filesTable(files: readonly ExportedFile[], facts: PageFacts, { files: text }: ExportTexts): Html {
  const rows = files.map(({ file, originalPath }, at) => {
    const why = file.failure === null ? '' : html` – ${FAILURES[file.failure].message[facts.language]}`;
    const state = html`${text.states[file.state]}${why}`;
    const received = file.receivedAt.toISOString().slice(0, 10);
    return html`<tr><td>${at + 1}</td><td>${original(file.name, originalPath, { text, isDamaged: facts.damaged.has(file.id) })}</td><td>${received}</td><td>${text.ways[file.via]}</td><td>${state}</td></tr>
`;
  });
  return html`<table><thead><tr>${text.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>
${rows}</tbody></table>`;
}

function original(
  name: string,
  path: string | null,
  { text, isDamaged }: { readonly text: ExportTexts['files']; readonly isDamaged: boolean },
): Html {
  if (isDamaged) return html`${name} (${text.damaged})`;
  return path === null ? html`${name} (${text.noOriginal})` : html`<a href="${hrefTo(path)}">${name}</a>`;
}

function paper(
  name: string,
  { record, document, readingPath }: ExportedDocument,
  { facts, text: { papers: text } }: { readonly facts: PageFacts; readonly text: ExportTexts },
): Html {
  const { labels, language } = facts;
  const flags = record.flags.map(({ code, message }) => `${labels.flagLabel(code)}: ${message[language]}`);
  const fields = Object.entries(record.fields).map(([field, value]) => `${field}: ${String(value)}`);
  const facets: readonly (readonly [string, string | Html])[] = [
    [text.facts.type, record.type === null ? text.unclear : labels.typeLabel(record.type.id)],
    [text.facts.language, record.languages.map(({ code }) => code).join(', ') || text.unclear],
    [text.facts.issued, record.issueDate?.iso ?? text.none],
    [text.facts.issuer, record.letterhead?.issuer ?? text.none],
    [text.facts.score, String(record.score ?? text.none)],
    [text.facts.flags, flags.length === 0 ? text.none : list(flags)],
    [text.facts.fields, fields.length === 0 ? text.none : list(fields)],
    [text.facts.text, html`<a href="${hrefTo(readingPath)}">${text.read}</a>`],
  ];
  return html`<section><h3>${name}, ${text.pages(document.pageFrom, document.pageTo)}</h3>
<dl>${facets.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl></section>
`;
}

function decisionsList(decisions: readonly Decision[], { decisions: text }: ExportTexts): Html {
  if (decisions.length === 0) return html`<p>${text.none}</p>`;
  return list(
    decisions.map((one) => {
      const day = one.at.slice(0, 10);
      if (isAboutPages(one)) return `${day}: ${text.kinds[one.kind]} ${one.page}`;
      if (one.kind === 'dismiss') return `${day}: ${text.kinds[one.kind]} (${one.flag}): ${one.reason}`;
      if (one.kind === 'restore') return `${day}: ${text.kinds[one.kind]} (${one.flag})`;
      const value = one.kind === 'correct' ? ` = ${one.value ?? '–'}` : '';
      return `${day}: ${text.kinds[one.kind]}, ${text.fields[one.field]}${value}`;
    }),
  );
}

function auditLine({ at, actor, action }: AuditRow, { audit: { actions } }: ExportTexts): Html {
  const known = auditActionSchema.safeParse(action);
  return html`<li>${at.slice(0, 16).replace('T', ' ')} ${actor} ${known.success ? actions[known.data] : action}</li>
`;
}

function retention(
  { kept }: Gathered,
  { dueOn, backups, language }: PageFacts,
  { retention: text }: ExportTexts,
): string[] {
  const until = dueOn === null ? text.undecided : text.until(longDay(dueOn, language));
  return [`${text.states[kept.state]} ${until}`, ...(backups > 0 ? [text.backups(backups)] : [])];
}

/** `26 novembre 2026`, whatever the time zone. */
function longDay(iso: string, language: keyof Bilingual): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${iso}T00:00:00Z`));
}

function list(lines: readonly string[]): Html {
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}
