import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { asDropped } from './dropped-files.ts';
import type { DroppedFile } from './upload-queue.ts';
import styles from './upload-zone.module.css';

/** Files and folders may be dropped anywhere on the page; what happens shows over it meanwhile. */
export function UploadZone({ onFiles }: { readonly onFiles: (files: readonly DroppedFile[]) => void }): ReactNode {
  const { t } = useWords();
  return (
    <Dropzone.FullScreen
      active
      withinPortal={false}
      zIndex={500}
      onDrop={(files) => onFiles(files.map(asDropped))}
      aria-label={t('upload.title')}
      classNames={{ fullScreen: styles['screen'] ?? '', root: styles['root'] ?? '' }}
      inputProps={{ 'aria-label': t('upload.title'), tabIndex: -1 }}
    >
      <div className={styles['words']}>
        <Icon name="upload" size={40} />
        <p className={styles['drop']}>{t('upload.drop')}</p>
        <p className={styles['text']}>{t('upload.dropText')}</p>
      </div>
    </Dropzone.FullScreen>
  );
}
