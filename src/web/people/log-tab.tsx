import { Alert, Button, Code, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { AuditEntryRow, AuditState } from '#http/contract/audit.ts';
import { auditQuery, peopleQuery, useCheckAudit } from '../api/people.ts';
import type { Column } from '../parts/column.ts';
import { DataTable } from '../parts/data-table.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import { LoadingLines } from '../parts/loading-lines.tsx';
import { Section } from '../parts/section.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import { AUDIT_ACTIONS } from './audit-actions.ts';
import styles from './people.module.css';

/** Who did what, found by action and subject; and whether the log is whole. */
export function LogTab(): ReactNode {
  const words = useWords();
  const { t, say } = words;
  const [action, setAction] = useState('');
  const [subject, setSubject] = useState('');
  const query = useInfiniteQuery(auditQuery({ action, subject: subject.trim() }));
  const people = useQuery(peopleQuery);
  const check = useCheckAudit();
  const nameOf = (actor: string): string => people.data?.people.find(({ id }) => id === actor)?.name ?? actor;
  const entries = query.data?.pages.flatMap((page) => page.entries);
  return (
    <Section
      title={t('people.tabs.log')}
      text={t('people.log.text')}
      actions={
        <Button variant="default" size="sm" loading={check.isPending} onClick={() => check.mutate()}>
          {t('people.log.check')}
        </Button>
      }
    >
      <div className={styles['stack']}>
        {check.data === undefined ? null : <Verdict state={check.data} />}
        <div className={styles['choose']}>
          <NativeSelect
            label={t('people.log.action')}
            value={action}
            onChange={(event) => setAction(event.currentTarget.value)}
            data={[
              { value: '', label: t('people.log.anyAction') },
              ...AUDIT_ACTIONS.map(([value, name]) => ({ value, label: say(name) })),
            ]}
          />
          <TextInput
            label={t('people.log.subject')}
            placeholder={t('people.log.subjectHint')}
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value.replaceAll(/[^\w:.+-]/g, ''))}
            autoComplete="off"
          />
        </div>
        {query.isError ? <FailureNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
        {entries === undefined && !query.isError ? <LoadingLines /> : null}
        {entries?.length === 0 ? <p className={styles['none']}>{t('people.log.none')}</p> : null}
        {entries === undefined || entries.length === 0 ? null : (
          <DataTable
            label={t('people.tableOf', { title: t('people.tabs.log') })}
            columns={columnsIn(words, nameOf)}
            rows={entries}
            rowKey={({ seq }) => String(seq)}
          />
        )}
        {query.hasNextPage ? (
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('people.log.more')}
          </Button>
        ) : null}
      </div>
    </Section>
  );
}

function Verdict({ state: { isWhole, rows, head, brokenAt } }: { readonly state: AuditState }): ReactNode {
  const { t } = useWords();
  if (!isWhole)
    return (
      <Alert color="red" variant="light" role="alert" icon={<Icon name="blocking" />}>
        {brokenAt === null ? t('people.log.cutOff') : t('people.log.broken', { seq: brokenAt })}
      </Alert>
    );
  return (
    <Alert
      color="green"
      variant="light"
      role="status"
      icon={<Icon name="check" />}
      title={t('people.log.whole', { count: rows })}
    >
      {head === null ? null : (
        <>
          {t('people.log.head')} <Code className={styles['code'] ?? ''}>{head}</Code>
        </>
      )}
    </Alert>
  );
}

function columnsIn({ t, say, format }: Words, nameOf: (actor: string) => string): Column<AuditEntryRow>[] {
  const actionName = (action: string): string => {
    const name = AUDIT_ACTIONS.find(([one]) => one === action)?.[1];
    return name === undefined ? action : say(name);
  };
  return [
    {
      id: 'when',
      header: t('people.log.when'),
      width: '11rem',
      cell: ({ at }) => <time dateTime={at}>{format.moment(at)}</time>,
    },
    { id: 'who', header: t('people.log.who'), width: '12rem', cell: ({ actor }) => nameOf(actor) },
    { id: 'what', header: t('people.log.what'), cell: ({ action }) => actionName(action) },
    {
      id: 'whom',
      header: t('people.log.whom'),
      isWideOnly: true,
      width: '9rem',
      cell: ({ subject }) => (
        <span className={styles['code']} title={subject}>
          {nameOf(subject) === subject ? subject.slice(0, 12) : nameOf(subject)}
        </span>
      ),
    },
    {
      id: 'detail',
      header: t('people.log.detail'),
      isWideOnly: true,
      cell: ({ detail }) => (
        <span className={styles['quiet']}>
          {Object.entries(detail)
            .map(([name, value]) => `${name} ${String(value).slice(0, 20)}`)
            .join(' · ')}
        </span>
      ),
    },
  ];
}
