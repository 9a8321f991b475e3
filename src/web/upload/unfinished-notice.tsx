import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { unfinishedQuery } from '../api/files.ts';
import { Icon } from '../parts/icon.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { giveUpUpload } from './give-up-upload.ts';
import styles from './unfinished-notice.module.css';
import { useUploads } from './use-uploads.ts';

const SHOWN = 8;

/** Which files are to be dropped once more, since the page was closed before they were sent. Nothing while something is being sent. */
export function UnfinishedNotice({ caseId }: { readonly caseId: string }): ReactNode {
  const { t, format } = useWords();
  const titleId = useId();
  const client = useQueryClient();
  const { data = [] } = useQuery(unfinishedQuery(caseId));
  const isBusy = useUploads(caseId).some(({ phase }) => phase !== 'received');
  const giveUp = useMutation({
    mutationFn: () => Promise.all(data.map(({ id }) => giveUpUpload(id))),
    onSuccess: () => toast(t('upload.unfinished.forgotten')),
    onError: failureToast,
    onSettled: () => client.invalidateQueries({ queryKey: unfinishedQuery(caseId).queryKey }),
  });
  if (data.length === 0 || isBusy) return null;
  return (
    <section className={styles['notice']} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles['title']}>
        <Icon name="weak" />
        {t('upload.unfinished.title', { count: data.length })}
      </h2>
      <p className={styles['text']}>{t('upload.unfinished.text')}</p>
      <ul className={styles['list']}>
        {data.slice(0, SHOWN).map(({ id, name, offset, sizeBytes }) => (
          <li key={id}>
            {name}{' '}
            <span className={styles['sent']}>
              {t('upload.unfinished.sent', { sent: format.bytes(offset), size: format.bytes(sizeBytes) })}
            </span>
          </li>
        ))}
      </ul>
      {data.length > SHOWN ? <p>{t('upload.unfinished.more', { count: data.length - SHOWN })}</p> : null}
      <Button size="compact-sm" variant="default" loading={giveUp.isPending} onClick={() => giveUp.mutate()}>
        {t('upload.unfinished.forget')}
      </Button>
    </section>
  );
}
