import { Button, Loader, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { type ReactNode, useRef } from 'react';
import type { ShownUpload } from '#http/contract/translations.ts';
import { useUpload } from '../api/translations.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import { DeliverForm } from './deliver-form.tsx';
import { DifferencesList } from './differences-list.tsx';
import type { ShownDifference } from './shown-differences.ts';
import styles from './translations.module.css';

const MOST_BYTES = 25 * 1024 * 1024;

interface UploadSectionProps {
  readonly taskId: string;
  readonly upload: ShownUpload | null;
  readonly choice: {
    readonly differences: readonly ShownDifference[];
    readonly chosen: string | null;
    readonly onChoose: (id: string) => void;
  };
}

/** Uploading, what was found in it, delivering. What was delivered and sent back makes place for another file. */
export function UploadSection({ taskId, upload, choice }: UploadSectionProps): ReactNode {
  const { t } = useWords();
  const send = useUpload(taskId);
  const isOpen = upload !== null && !upload.isDelivered;
  return (
    <Section title={t('translations.task.uploadTitle')} text={t('translations.task.uploadText')}>
      {upload === null ? null : <FileLine upload={upload} />}
      {isOpen ? <Findings taskId={taskId} upload={upload} choice={choice} /> : <Kept choice={choice} />}
      <FileDrop
        isBusy={send.isPending}
        isSmall={isOpen}
        label={isOpen ? t('translations.task.replace') : t('translations.task.drop')}
        onFile={(file) => send.mutate(file)}
      />
      {send.error === null ? null : <FailureNotice error={send.error} />}
    </Section>
  );
}

function FileLine({ upload }: { readonly upload: ShownUpload }): ReactNode {
  const { format } = useWords();
  return (
    <div className={styles['file']}>
      <Icon name="paper" />
      <span>
        {upload.name} <span className={styles['quiet']}>{format.bytes(upload.sizeBytes)}</span>
      </span>
    </div>
  );
}

/** What differed in the file that was sent back. */
function Kept({ choice }: Pick<UploadSectionProps, 'choice'>): ReactNode {
  return choice.differences.length === 0 ? null : (
    <div style={{ marginBottom: '1rem' }}>
      <DifferencesList {...choice} />
    </div>
  );
}

interface FindingsProps extends UploadSectionProps {
  readonly upload: ShownUpload;
}

function Findings({ taskId, upload, choice }: FindingsProps): ReactNode {
  const { t, say } = useWords();
  if (upload.state === 'waiting')
    return (
      <div className={styles['file']} role="status">
        <Loader size={16} aria-hidden="true" />
        {t('translations.task.reading')}
      </div>
    );
  const { failure } = upload;
  return (
    <>
      {upload.state === 'failed' ? (
        <div className={styles['notice']} role="alert">
          <Icon name="weak" />
          <p>
            <strong>{t('translations.task.unreadable')}</strong>
            {failure === null ? null : say(failure.message)}
          </p>
        </div>
      ) : null}
      {upload.state === 'read' ? <Compared choice={choice} /> : null}
      <DeliverForm
        key={upload.uploadedAt}
        taskId={taskId}
        isRemarkNeeded={upload.state === 'failed' || choice.differences.length > 0}
      />
    </>
  );
}

function Compared({ choice }: Pick<UploadSectionProps, 'choice'>): ReactNode {
  const { t } = useWords();
  const count = choice.differences.length;
  return (
    <>
      <div className={styles['notice']} data-tone={count === 0 ? 'good' : 'weak'} role="status">
        <Icon name={count === 0 ? 'check' : 'weak'} />
        <p>
          {count === 0 ? (
            t('translations.differences.none')
          ) : (
            <strong>{t('translations.differences.count', { count })}</strong>
          )}
        </p>
      </div>
      <Kept choice={choice} />
    </>
  );
}

interface FileDropProps {
  readonly isBusy: boolean;
  readonly isSmall: boolean;
  readonly label: string;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file on; by keyboard and on a phone, a button. */
function FileDrop({ isBusy, isSmall, label, onFile }: FileDropProps): ReactNode {
  const { t } = useWords();
  const open = useRef<() => void>(null);
  const take = (files: readonly File[]): void => {
    const [file] = files;
    if (file !== undefined) onFile(file);
  };
  return (
    <Dropzone
      openRef={open}
      onDrop={take}
      onReject={() => undefined}
      maxSize={MOST_BYTES}
      multiple={false}
      loading={isBusy}
      className={isSmall ? '' : (styles['drop'] ?? '')}
      unstyled={isSmall}
      activateOnClick={false}
      activateOnKeyboard={false}
      tabIndex={-1}
      inputProps={{ 'aria-label': label }}
    >
      <div className={styles['dropInner']}>
        {isSmall ? null : <Icon name="upload" size={24} />}
        <Button variant={isSmall ? 'default' : 'filled'} size="sm" onClick={() => open.current?.()}>
          {label}
        </Button>
        {isSmall ? null : (
          <Text size="xs" c="dimmed">
            {t('translations.task.uploadText')}
          </Text>
        )}
      </div>
    </Dropzone>
  );
}
