import { ActionIcon, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';
import type { BoxKind } from '../parts/page-image.tsx';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { BOX_KINDS } from './boxes-of.ts';
import styles from './page-viewer.module.css';
import type { Zoom } from './use-zoom.ts';

interface ViewerToolsProps {
  readonly page: number;
  readonly pages: { readonly from: number; readonly to: number };
  readonly kinds: ReadonlySet<BoxKind>;
  readonly onKinds: (kinds: ReadonlySet<BoxKind>) => void;
  readonly onPage: (page: number) => void;
  readonly zoom: Zoom;
}

/** Leafs through the pages, makes them larger and smaller, and says which boxes show. */
export function ViewerTools(props: ViewerToolsProps): ReactNode {
  const { page, pages, onPage, zoom } = props;
  const { t } = useWords();
  const count = pages.to - pages.from + 1;
  const go = (to: number): void => onPage(Math.min(pages.to, Math.max(pages.from, to)));
  useShortcut({ keys: 'ArrowRight', what: t('document.keys.nextPage') }, () => go(page + 1));
  useShortcut({ keys: 'ArrowLeft', what: t('document.keys.previousPage') }, () => go(page - 1));
  useShortcut({ keys: '+', what: t('document.zoomIn') }, zoom.in);
  useShortcut({ keys: '-', what: t('document.zoomOut') }, zoom.out);
  useShortcut({ keys: '0', what: t('document.fit') }, zoom.toggleFit);
  return (
    <div className={styles['tools']} role="toolbar" aria-label={t('document.tools')}>
      {count > 1 ? (
        <>
          <Tool
            icon="left"
            label={t('document.keys.previousPage')}
            onClick={() => go(page - 1)}
            isOff={page === pages.from}
          />
          <span className={styles['pages']} aria-live="polite">
            {t('document.pageOf', { page: page - pages.from + 1, count })}
          </span>
          <Tool
            icon="right"
            label={t('document.keys.nextPage')}
            onClick={() => go(page + 1)}
            isOff={page === pages.to}
          />
          <span className={styles['line']} />
        </>
      ) : null}
      <Tool icon="minus" label={t('document.zoomOut')} onClick={zoom.out} />
      <Tool icon="fit" label={t('document.fit')} onClick={zoom.toggleFit} />
      <Tool icon="plus" label={t('document.zoomIn')} onClick={zoom.in} />
      <span className={styles['line']} />
      <BoxMenu {...props} />
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly isOff?: boolean;
}

function Tool({ icon, label, onClick, isOff = false }: ToolProps): ReactNode {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      radius="xl"
      size="lg"
      aria-label={label}
      title={label}
      onClick={onClick}
      disabled={isOff}
    >
      <Icon name={icon} size={17} />
    </ActionIcon>
  );
}

/** Which boxes show. */
function BoxMenu({ kinds, onKinds }: Pick<ViewerToolsProps, 'kinds' | 'onKinds'>): ReactNode {
  const { t } = useWords();
  useShortcut({ keys: 'b', what: t('document.keys.boxes') }, () => onKinds(new Set(kinds.size === 0 ? BOX_KINDS : [])));
  const toggle = (kind: BoxKind): void => onKinds(kinds.symmetricDifference(new Set([kind])));
  return (
    <Menu closeOnItemClick={false} position="top">
      <Menu.Target>
        <ActionIcon
          variant={kinds.size === 0 ? 'subtle' : 'light'}
          color={kinds.size === 0 ? 'gray' : 'ink'}
          radius="xl"
          size="lg"
          aria-label={t('document.boxes')}
          title={t('document.boxes')}
        >
          <Icon name="boxes" size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {BOX_KINDS.map((kind) => (
          <Menu.Item
            key={kind}
            role="menuitemcheckbox"
            aria-checked={kinds.has(kind)}
            leftSection={<BoxSign isOn={kinds.has(kind)} />}
            onClick={() => toggle(kind)}
          >
            {t(`document.box.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function BoxSign({ isOn }: { readonly isOn: boolean }): ReactNode {
  return <span style={{ display: 'inline-flex', width: 16 }}>{isOn ? <Icon name="check" size={15} /> : null}</span>;
}
