import Table from 'cli-table3';
import type { ProfileLine } from '#app/profile.ts';
import { MESSAGES, type OutputLanguage } from './messages.ts';

/** What `--profile` prints: milliseconds of each step, in all and a page, then the time on the clock. */
export function profileTable(
  lines: readonly ProfileLine[],
  run: { readonly pages: number; readonly elapsedMs: number },
  language: OutputLanguage,
): string {
  const text = MESSAGES[language].profile;
  const table = new Table({
    head: [text.step, text.times, text.total, text.perPage],
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  const perPage = (milliseconds: number): string => (run.pages === 0 ? '–' : (milliseconds / run.pages).toFixed(1));
  for (const { step, times, totalMs } of lines)
    table.push([text.steps[step] ?? step, String(times), totalMs.toFixed(0), perPage(totalMs)]);
  return `${table.toString()}\n${text.clock(run.pages, run.elapsedMs, perPage(run.elapsedMs))}\n`;
}
