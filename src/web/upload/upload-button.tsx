import { Button, Menu } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { asDropped } from './dropped-files.ts';
import type { DroppedFile } from './upload-queue.ts';

const WAYS = [
  { word: 'files', icon: 'paper', props: {} },
  { word: 'folder', icon: 'folder', props: { webkitdirectory: '' } },
  { word: 'camera', icon: 'device', props: { capture: 'environment', accept: 'image/*,.heic,.heif' } },
] as const;

/** Files, a whole folder, or the camera of a phone. */
export function UploadButton({ onFiles }: { readonly onFiles: (files: readonly DroppedFile[]) => void }): ReactNode {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useShortcut({ keys: 'u', what: t('upload.keys') }, () => setIsOpen(true));
  const choose = (word: string): void => form.current?.querySelector<HTMLInputElement>(`[name=${word}]`)?.click();
  const take = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void => {
    onFiles([...(currentTarget.files ?? [])].map(asDropped));
    currentTarget.value = '';
  };
  return (
    <div ref={form}>
      <Menu opened={isOpen} onChange={setIsOpen} position="bottom-end" width={260} shadow="md" radius="lg">
        <Menu.Target>
          <Button leftSection={<Icon name="upload" size={16} />}>{t('upload.title')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {WAYS.map(({ word, icon }) => (
            <Menu.Item key={word} leftSection={<Icon name={icon} />} onClick={() => choose(word)}>
              {t(`upload.${word}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {WAYS.map(({ word, props }) => (
        <input
          key={word}
          type="file"
          name={word}
          multiple
          hidden
          aria-label={t(`upload.${word}`)}
          onChange={take}
          {...props}
        />
      ))}
    </div>
  );
}
