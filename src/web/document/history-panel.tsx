import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { HistoryEntry } from '#http/contract/documents.ts';
import { historyQuery, vocabularyQuery } from '../api/document.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './history-panel.module.css';

type Change = Extract<HistoryEntry, { kind: 'judged' }>['changes'][number];
const ICONS = { received: 'upload', decided: 'person', judged: 'paper' } as const satisfies Record<
  HistoryEntry['kind'],
  IconName
>;

/** What happened to a paper, the newest first: who decided what, and what Liasse said by which knowledge. */
export function HistoryPanel({ documentKey }: { readonly documentKey: string }): ReactNode {
  const { format } = useWords();
  const query = useQuery(historyQuery(documentKey));
  return (
    <QueryView query={query}>
      {({ entries }) => (
        <ol className={styles['entries']}>
          {entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries are never changed
            <li key={at} className={styles['entry']}>
              <span className={styles['icon']}>
                <Icon name={ICONS[entry.kind]} size={17} />
              </span>
              <div>
                <Entry entry={entry} />
                <time className={styles['when']} dateTime={entry.at}>
                  {format.moment(entry.at)}
                </time>
              </div>
            </li>
          ))}
        </ol>
      )}
    </QueryView>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }): ReactNode {
  const { t } = useWords();
  if (entry.kind === 'received') return <div className={styles['what']}>{t('document.history.received')}</div>;
  if (entry.kind === 'decided') return <Decided entry={entry} />;
  const { pipeline, runId, changes } = entry;
  return (
    <>
      <div className={styles['what']}>
        {t(runId === null ? 'document.history.judged' : 'document.history.run', { version: pipeline.version })}
      </div>
      <ul className={styles['changes']}>
        {changes.map((change) => (
          <li key={change.what}>
            <ChangeLine change={change} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Decided({ entry: { decision } }: { readonly entry: Extract<HistoryEntry, { kind: 'decided' }> }): ReactNode {
  const { t } = useWords();
  const shown = useShownValue();
  const { kind, field, flag, page, value, reason, by } = decision;
  const other = flag === null ? String(page ?? '') : shown('flags', flag);
  const subject =
    field === null ? other : t(`document.field.${field}` as 'document.field.type', { defaultValue: field });
  return (
    <div className={styles['what']}>
      <strong>{by ?? t('document.somebody')}</strong>{' '}
      {t(`document.history.${kind}`, { what: subject, value: shown(field ?? '', value), reason: reason ?? '' })}
    </div>
  );
}

function ChangeLine({ change: { what, from, to } }: { readonly change: Change }): ReactNode {
  const { t } = useWords();
  const shown = useShownValue();
  const name = t(`document.change.${what}` as 'document.change.score');
  return (
    <>
      {t('document.pair', {
        name,
        value: from === null ? shown(what, to) : `${shown(what, from)} → ${shown(what, to)}`,
      })}
    </>
  );
}

/** A value as it is said: the name of a type, a date, a language. */
function useShownValue(): (what: string, value: string | null) => string {
  const { t, say, format } = useWords();
  const { data } = useQuery(vocabularyQuery);
  return (what, value) => {
    if (value === null) return t('document.none');
    if (what === 'type') return say(data?.types.find(({ id }) => id === value)?.label ?? { fr: value, en: value });
    if (what === 'flags')
      return value
        .split(' ')
        .map((code) => say(data?.flags.find(({ id }) => id === code)?.label ?? { fr: code, en: code }))
        .join(', ');
    if (what === 'issueDate') return format.day(value);
    if (what === 'language') return format.languageName(value);
    if (what === 'status') return t(`cases.status.${value}` as 'cases.status.done', { defaultValue: value });
    return value;
  };
}
