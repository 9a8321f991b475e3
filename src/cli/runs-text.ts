import Table from 'cli-table3';
import type { Listed, ListedChange, Run, RunCounts, RunView } from '#app/reprocessing/look-at-runs.ts';
import type { OutputLanguage } from './messages.ts';
import { RUNS_MESSAGES, type RunsMessages } from './runs-messages.ts';
import { ID_LETTERS } from './summary-table.ts';

/** How a person calls types and flags. */
export interface RunLabels {
  type(id: string): string;
  flag(code: string): string;
}

/** A count as the language writes it: 1 234 or 1,234. */
export function counted(count: number, language: OutputLanguage): string {
  return count.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB');
}

/** What a run changes: counts first, then documents. */
export function diffText(view: RunView, labels: RunLabels, language: OutputLanguage): string {
  const text = RUNS_MESSAGES[language];
  const { run, counts, changes } = view;
  const n = (count: number): string => counted(count, language);
  const { same, details, changed } = counts.byChange;
  const hidden = changed - changes.length;
  return [
    text.summary(n(changed), n(run.done)),
    text.others(n(same), n(details), n(run.failed)),
    ...countLines(counts, labels, language),
    ...(changes.length === 0 ? [] : ['', changeTable(changes, labels, text)]),
    ...(hidden > 0 && changes.length > 0 ? [text.more(n(hidden), run.id.slice(0, ID_LETTERS))] : []),
    ...(counts.left > 0 ? [text.left(n(counts.left))] : []),
    '',
  ].join('\n');
}

function countLines(counts: RunCounts, labels: RunLabels, language: OutputLanguage): string[] {
  const text = RUNS_MESSAGES[language];
  const n = (count: number): string => counted(count, language);
  const types = counts.types
    .slice(0, 5)
    .map(
      ({ before, after, documents }) =>
        `${named(before, labels, text)} → ${named(after, labels, text)} ${n(documents)}`,
    );
  const flags = [
    ...Object.entries(counts.gained).map(([code, count]) => `+ ${labels.flag(code)} ${n(count)}`),
    ...Object.entries(counts.lost).map(([code, count]) => `− ${labels.flag(code)} ${n(count)}`),
  ];
  const rows: [string, string][] = [
    [text.rows.type, listOf(counts.type, n, types)],
    [text.rows.issueDate, listOf(counts.issueDate, n)],
    [text.rows.language, listOf(counts.language, n)],
    [text.rows.flags, flags.join(', ')],
    [text.rows.score, listOf(counts.score, n)],
    [text.rows.status, listOf(counts.status, n)],
    [text.rows.added, listOf(counts.added, n)],
    [text.rows.gone, listOf(counts.gone, n)],
  ];
  return rows.flatMap(([name, value]) => (value === '' ? [] : [`  ${name}${text.colon}${value}`]));
}

function listOf(count: number, n: (count: number) => string, details: readonly string[] = []): string {
  if (count === 0) return '';
  return details.length === 0 ? n(count) : `${n(count)} (${details.join(', ')})`;
}

function named(type: string | null, labels: RunLabels, text: RunsMessages): string {
  return type === null ? text.none : labels.type(type);
}

function changeTable(changes: readonly ListedChange[], labels: RunLabels, text: RunsMessages): string {
  const table = new Table({
    head: [text.columns.id, text.columns.case, text.columns.change],
    colWidths: [ID_LETTERS + 2, 24, 90],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const change of changes)
    table.push([
      change.document.slice(0, ID_LETTERS),
      change.caseName,
      changeWords(change, labels, text).join(text.semicolon),
    ]);
  return table.toString();
}

/** What was and what is, of one document. */
export function changeWords({ before, after }: ListedChange, labels: RunLabels, text: RunsMessages): string[] {
  if (before === null) return [text.isNew];
  if (after === null) return [text.isGone];
  const from = (value: string | number | null): string => (value === null ? text.none : String(value));
  const pages = ({ pageFrom, pageTo }: Listed): string => `${pageFrom}–${pageTo}`;
  const pairs: [string, string, string][] = [
    [text.rows.pages, pages(before), pages(after)],
    [text.rows.type, named(before.type, labels, text), named(after.type, labels, text)],
    [text.rows.issueDate, from(before.issueDate), from(after.issueDate)],
    [text.rows.language, from(before.language), from(after.language)],
    [text.rows.score, from(before.score), from(after.score)],
    [text.rows.status, text.statuses[before.status] ?? before.status, text.statuses[after.status] ?? after.status],
  ];
  const flags = [
    ...after.flags.filter((code) => !before.flags.includes(code)).map((code) => `+ ${labels.flag(code)}`),
    ...before.flags.filter((code) => !after.flags.includes(code)).map((code) => `− ${labels.flag(code)}`),
  ];
  return [
    ...pairs.flatMap(([name, was, is]) => (was === is ? [] : [`${name}${text.colon}${was} → ${is}`])),
    ...(flags.length === 0 ? [] : [`${text.rows.flags}${text.colon}${flags.join(', ')}`]),
  ];
}

/** All runs, the latest first. */
export function runsTable(
  runs: readonly { readonly run: Run; readonly caseName: string | null }[],
  language: OutputLanguage,
): string {
  const text = RUNS_MESSAGES[language];
  const { id, state, begun, documents, scope, knowledge } = text.table;
  const table = new Table({
    head: [id, state, begun, documents, scope, knowledge],
    style: { head: [], border: [], compact: true },
  });
  for (const { run, caseName } of runs)
    table.push([
      run.id.slice(0, ID_LETTERS),
      text.states[run.state],
      run.startedAt.toISOString().slice(0, 16).replace('T', ' '),
      `${counted(run.done, language)}/${counted(run.planned, language)}`,
      scopeWords(run, caseName, text),
      run.pipelineVersion,
    ]);
  return `${table.toString()}\n`;
}

function scopeWords({ type, before, asOf, isJudgingOnly }: Run, caseName: string | null, text: RunsMessages): string {
  const words = [
    ...(caseName === null ? [] : [`--case ${caseName}`]),
    ...(type === null ? [] : [`--type ${type}`]),
    ...(before === null ? [] : [`--before ${before}`]),
    ...(asOf === null ? [] : [`--as-of ${asOf}`]),
    ...(isJudgingOnly ? ['--judge-only'] : []),
  ];
  return words.length === 0 ? text.everything : words.join(' ');
}
