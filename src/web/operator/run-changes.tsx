import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { RunChange, RunDetail } from '#http/contract/operator.ts';
import { runChangesQuery } from '../api/operator.ts';
import type { Column } from '../parts/column.ts';
import { DataTable } from '../parts/data-table.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import styles from './operator.module.css';

type Side = NonNullable<RunChange['before']>;
interface RunChangesProps {
  readonly runId: string;
  readonly labels: RunDetail['labels'];
}

/** Paper by paper what it said and what it would say: types, dates, flags, scores. */
export function RunChanges({ runId, labels }: RunChangesProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const query = useQuery(runChangesQuery(runId));
  const columns = useMemo(() => columnsIn(words, labels), [words, labels]);
  return (
    <Section title={t('operator.run.list')} text={t('operator.run.listText')}>
      <QueryView query={query}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className={styles['none']}>{t('operator.run.listNone')}</p>
          ) : (
            <DataTable
              label={t('operator.tableOf', { title: t('operator.run.list') })}
              columns={columns}
              rows={changes}
              rowKey={({ document, before, after }) => `${document} ${(before ?? after)?.pageFrom}`}
              filterText={textOf}
            />
          )
        }
      </QueryView>
    </Section>
  );
}

function textOf({ document, before, after }: RunChange): string {
  return [document, before?.type, after?.type, ...(before?.flags ?? []), ...(after?.flags ?? [])].join(' ');
}

function columnsIn(words: Words, labels: RunDetail['labels']): Column<RunChange>[] {
  const { t } = words;
  return [
    {
      id: 'document',
      header: t('operator.run.document'),
      width: '9rem',
      isWideOnly: true,
      cell: ({ document }) => <span className={styles['code']}>{document.slice(0, 8)}</span>,
    },
    {
      id: 'before',
      header: t('operator.run.before'),
      cell: ({ before, after }) =>
        before === null ? <em>{t('operator.run.isNew')}</em> : <SideView side={before} other={after} labels={labels} />,
    },
    {
      id: 'after',
      header: t('operator.run.after'),
      cell: ({ before, after }) =>
        after === null ? <em>{t('operator.run.isGone')}</em> : <SideView side={after} other={before} labels={labels} />,
    },
  ];
}

interface SideViewProps {
  readonly side: Side;
  readonly other: Side | null;
  readonly labels: RunDetail['labels'];
}

/** What differs from the other side is strong, the rest quiet; flags are those that only this side has. */
function SideView({ side, other, labels }: SideViewProps): ReactNode {
  const { t, say, format } = useWords();
  const typeLabel = side.type === null ? undefined : labels.types[side.type];
  const type = typeLabel === undefined ? (side.type ?? t('operator.run.noType')) : say(typeLabel);
  const facts: readonly (readonly [string, boolean])[] = [
    [type, side.type !== other?.type],
    [
      side.issueDate === null ? t('shell.noDate') : format.shortDay(side.issueDate),
      side.issueDate !== other?.issueDate,
    ],
    [side.score === null ? t('shell.noScore') : format.number(side.score), side.score !== other?.score],
    [side.language ?? '–', side.language !== other?.language],
  ];
  const own = side.flags.filter((flag) => other?.flags.includes(flag) !== true);
  return (
    <div>
      {facts.map(([text, differs], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts stand in one order
        <span key={at}>
          {at > 0 ? ' · ' : ''}
          {differs ? <strong>{text}</strong> : <span className={styles['quiet']}>{text}</span>}
        </span>
      ))}
      {own.length === 0 ? null : (
        <div className={styles['quiet']}>
          {t('operator.run.flags')} :{' '}
          {own.map((flag) => (labels.flags[flag] === undefined ? flag : say(labels.flags[flag]))).join(', ')}
        </div>
      )}
    </div>
  );
}
