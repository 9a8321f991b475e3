import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useMemo, useState } from 'react';
import type { DocumentRow } from '#http/contract/cases.ts';
import { documentsQuery } from '../api/documents.ts';
import { filesQuery } from '../api/files.ts';
import { Label } from '../parts/label.tsx';
import { useWords } from '../words/use-words.ts';
import type { UploadItem } from './upload-item.ts';
import styles from './upload-panel.module.css';
import { UploadRow } from './upload-row.tsx';
import { type KnownOfCase, type UploadTotals, uploadState, uploadTotals } from './upload-state.ts';
import { uploadQueue, useUploads } from './use-uploads.ts';

/** What was dropped into the case: how far it is, what it became, and what needs a hand. Nothing where nothing was dropped. */
export function UploadPanel({ caseId }: { readonly caseId: string }): ReactNode {
  const items = useUploads(caseId);
  return items.length === 0 ? null : <ShownUploads caseId={caseId} items={items} />;
}

function ShownUploads({
  caseId,
  items,
}: {
  readonly caseId: string;
  readonly items: readonly UploadItem[];
}): ReactNode {
  const { t } = useWords();
  const listId = useId();
  const titleId = useId();
  const [isShown, setIsShown] = useState(true);
  const known = useKnownOfCase(caseId);
  const states = items.map((item) => uploadState(item, known));
  const totals = uploadTotals(items, states);
  const hasFailed = items.some(({ phase }) => phase === 'failed');
  return (
    <section aria-labelledby={titleId} className={styles['panel']}>
      <div className={styles['head']}>
        <h2 id={titleId} className={styles['title']}>
          {t('upload.panel')}
        </h2>
        <Totals totals={totals} />
        <div className={styles['actions']}>
          {hasFailed ? (
            <Button size="compact-sm" variant="default" onClick={() => uploadQueue.retry(caseId)}>
              {t('upload.retry')}
            </Button>
          ) : null}
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={isShown}
            aria-controls={listId}
            onClick={() => setIsShown(!isShown)}
          >
            {t(isShown ? 'upload.hide' : 'upload.show')}
          </Button>
          {totals.isOver ? (
            <Button size="compact-sm" variant="subtle" onClick={() => uploadQueue.clear(caseId)}>
              {t('upload.clear')}
            </Button>
          ) : null}
        </div>
      </div>
      <Progress value={totals.percent} size="sm" aria-label={t('upload.bytes')} />
      <p role="status" className={styles['hint']}>
        {t(hintOf(items, totals))}
      </p>
      <ul id={listId} hidden={!isShown} className={styles['list']}>
        {items.map((item, index) => {
          const state = states[index];
          return state === undefined ? null : <UploadRow key={item.id} item={item} state={state} />;
        })}
      </ul>
    </section>
  );
}

function hintOf(items: readonly UploadItem[], { isOver }: UploadTotals) {
  if (isOver) return 'upload.done';
  const isSent = items.every(({ phase }) => phase === 'received' || phase === 'failed');
  return isSent ? 'upload.allReceived' : 'upload.keepOpen';
}

function Totals({
  totals: { all, received, read, duplicates, rejected },
}: {
  readonly totals: UploadTotals;
}): ReactNode {
  const { t } = useWords();
  return (
    <span className={styles['totals']}>
      <Label icon="upload">{t('upload.progress', { received, all })}</Label>
      {read > 0 ? (
        <Label tone="good" icon="check">
          {t('upload.reading', { count: read })}
        </Label>
      ) : null}
      {duplicates > 0 ? <Label icon="copy">{t('upload.duplicates', { count: duplicates })}</Label> : null}
      {rejected > 0 ? (
        <Label tone="bad" icon="blocking">
          {t('upload.rejected', { count: rejected })}
        </Label>
      ) : null}
    </span>
  );
}

function useKnownOfCase(caseId: string): KnownOfCase {
  const { data: files } = useQuery(filesQuery(caseId));
  const { data } = useQuery(documentsQuery(caseId));
  return useMemo(() => {
    const byFile = new Map<string, DocumentRow[]>();
    for (const row of data?.documents ?? []) byFile.set(row.fileId, [...(byFile.get(row.fileId) ?? []), row]);
    return { files: new Map((files ?? []).map((file) => [file.id, file])), documents: byFile };
  }, [files, data]);
}
