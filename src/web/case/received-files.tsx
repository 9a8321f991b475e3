import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FileRow } from '#http/contract/cases.ts';
import { filesQuery, useRetryFile } from '../api/files.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './received-files.module.css';

/** What came in: first what a person has to do something about, the rest on demand. */
export function ReceivedFiles({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useWords();
  const { data: files = [] } = useQuery(filesQuery(caseId));
  // Hundreds of lines that nobody asked for would still be there to be laid out.
  const [isShown, setIsShown] = useState(false);
  if (files.length === 0) return null;
  const attention = files.filter(({ failure }) => failure !== null);
  return (
    <section className={styles['files']} aria-label={t('caseView.files.title')}>
      {attention.length === 0 ? null : (
        <>
          <h2 className={styles['title']}>{t('caseView.files.attention', { count: attention.length })}</h2>
          <FileList caseId={caseId} files={attention} />
        </>
      )}
      <details className={styles['all']} onToggle={({ currentTarget }) => setIsShown(currentTarget.open)}>
        <summary>{t('caseView.files.show', { count: files.length })}</summary>
        {isShown ? <FileList caseId={caseId} files={files} /> : null}
        <p className={styles['note']}>{t('caseView.files.purge')}</p>
      </details>
    </section>
  );
}

function FileList({ caseId, files }: { readonly caseId: string; readonly files: readonly FileRow[] }): ReactNode {
  return (
    <ul className={styles['list']}>
      {files.map((file) => (
        <FileLine key={file.id} caseId={caseId} file={file} />
      ))}
    </ul>
  );
}

const ICONS = {
  waiting: 'clock',
  accepted: 'check',
  duplicate: 'copy',
  rejected: 'blocking',
} as const satisfies Record<FileRow['state'], IconName>;

function FileLine({ caseId, file }: { readonly caseId: string; readonly file: FileRow }): ReactNode {
  const { t, say, format } = useWords();
  const retry = useRetryFile(caseId);
  const { failure, state, copyOf, isContainer } = file;
  const again = (): void =>
    retry.mutate(file.id, { onSuccess: () => toast(t('caseView.files.retried')), onError: failureToast });
  return (
    <li className={failure === null ? styles['line'] : `${styles['line']} ${styles['failed']}`}>
      <Icon name={failure === null ? ICONS[state] : 'blocking'} size={16} />
      <span className={styles['name']}>{file.name}</span>
      <span className={styles['state']}>
        {failure === null ? null : say(failure.message)}
        {failure === null && copyOf !== null ? t('caseView.files.copyOf', { name: copyOf }) : null}
        {failure === null && copyOf === null ? t(`caseView.files.states.${state}`) : null}
        {isContainer ? ` (${t('caseView.files.container')})` : ''}
      </span>
      <span className={styles['size']}>
        {format.bytes(file.sizeBytes)} · <time dateTime={file.receivedAt}>{format.moment(file.receivedAt)}</time>
      </span>
      {file.canRetry ? (
        <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={again}>
          {t('caseView.files.retry')}
        </Button>
      ) : null}
    </li>
  );
}
