import { memo, type ReactNode } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import type { UploadItem } from './upload-item.ts';
import styles from './upload-panel.module.css';
import type { UploadState } from './upload-state.ts';

const ICONS = {
  queued: 'clock',
  sending: 'upload',
  paused: 'weak',
  waiting: 'clock',
  read: 'check',
  duplicate: 'copy',
  rejected: 'blocking',
} as const satisfies Record<UploadState['kind'], IconName>;

const TYPES_SHOWN = 3;

interface UploadRowProps {
  readonly item: UploadItem;
  readonly state: UploadState;
}

/** One dropped file: its name, and in words what becomes of it. */
export const UploadRow = memo(function UploadRow({ item, state }: UploadRowProps): ReactNode {
  const words = useWords();
  return (
    <li className={`${styles['row']} ${styles[state.kind] ?? ''}`}>
      <Icon name={ICONS[state.kind]} size={16} />
      <span className={styles['name']}>{item.path}</span>
      <span className={styles['size']}>{words.format.bytes(item.file.size)}</span>
      <span className={styles['state']}>{sentenceOf(state, words)}</span>
      {state.kind === 'sending' ? (
        <span className={styles['track']} aria-hidden="true">
          <span className={styles['bar']} style={{ width: `${state.percent}%` }} />
        </span>
      ) : null}
    </li>
  );
});

function sentenceOf(state: UploadState, { t, say }: Words): string {
  switch (state.kind) {
    case 'sending':
      return t('upload.state.sending', { percent: state.percent });
    case 'duplicate':
      return t('upload.state.duplicate', { of: state.of });
    case 'rejected':
      return state.next === null ? say(state.message) : `${say(state.message)} ${say(state.next)}`;
    case 'read':
      return readSentence(state, { t, say });
    default:
      return t(`upload.state.${state.kind}`);
  }
}

function readSentence(
  { types, parts }: Extract<UploadState, { kind: 'read' }>,
  { t, say }: Pick<Words, 't' | 'say'>,
): string {
  if (types.length === 0) return t('upload.state.readNothing');
  const names = types.map((type) => (type === null ? t('upload.state.unknownType') : say(type)));
  const rest = names.length - TYPES_SHOWN;
  const shown = [...names.slice(0, TYPES_SHOWN), ...(rest > 0 ? [t('upload.state.more', { count: rest })] : [])];
  const sentence = { types: shown.join(', '), parts };
  return parts > 1 ? t('upload.state.readParts', sentence) : t('upload.state.read', sentence);
}
