import Table from 'cli-table3';
import type { DeadView, QueueView } from '#app/keeping/look-at-queue.ts';
import { FAILURES } from '#domain/failure.ts';
import { MESSAGES, type OutputLanguage } from './messages.ts';
import { ID_LETTERS } from './summary-table.ts';

/** What `liasse queue` prints: how much there is of each class, and what was put aside and why. */
export function queueText(view: QueueView, language: OutputLanguage): string {
  const text = MESSAGES[language].queue;
  const { who, ready, running, later, dead } = text.columns;
  const table = plainTable([who, ready, running, later, dead]);
  for (const workClass of ['live', 'archive'] as const) {
    const counts = view.counts[workClass];
    table.push([text.classes[workClass], counts.ready, counts.running, counts.later, counts.dead]);
  }
  return [
    table.toString(),
    ...(view.isPaused ? [text.isPaused] : []),
    ...(view.dead.length === 0 ? [] : ['', deadTable(view.dead, language), ...hidden(view, language), text.retryHint]),
    '',
  ].join('\n');
}

function deadTable(dead: readonly DeadView[], language: OutputLanguage): string {
  const text = MESSAGES[language].queue;
  const { id, about, tries, at, why } = text.deadColumns;
  const table = plainTable([id, about, tries, at, why], [ID_LETTERS + 2, 36, 8, 18, 70]);
  for (const one of dead)
    table.push([
      one.id.slice(0, ID_LETTERS),
      text.kinds[one.kind](one.about ?? text.gone),
      one.tries,
      one.at.toISOString().slice(0, 16).replace('T', ' '),
      `${FAILURES[one.code].message[language]} [${one.code}]`,
    ]);
  return table.toString();
}

function hidden({ dead, counts }: QueueView, language: OutputLanguage): string[] {
  const more = counts.live.dead + counts.archive.dead - dead.length;
  return more > 0 ? [MESSAGES[language].queue.moreDead(more)] : [];
}

function plainTable(head: string[], colWidths?: number[]): Table.Table {
  return new Table({
    head,
    ...(colWidths === undefined ? {} : { colWidths, wordWrap: true }),
    style: { head: [], border: [], compact: true },
  });
}
