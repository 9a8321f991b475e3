import { ActionIcon, Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { DocumentView } from '#http/contract/documents.ts';
import { originalAddress } from '../api/document.ts';
import { BackLink } from '../parts/back-link.tsx';
import { Icon } from '../parts/icon.tsx';
import { usePageTitle } from '../parts/use-page-title.ts';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { BOX_KINDS, pageOfBox } from './boxes-of.ts';
import styles from './document-desk.module.css';
import { FieldsPanel } from './fields-panel.tsx';
import { FileStrip } from './file-strip.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { PageViewer } from './page-viewer.tsx';
import { pagesOf } from './pages-of.ts';

/** A paper on the desk: the pages of its file, the page that is looked at, and what is said of the paper beside it. */
export function DocumentDesk({ view }: { readonly view: DocumentView }): ReactNode {
  const { t, say } = useWords();
  const { record } = view;
  const pages = pagesOf(record);
  const [page, setPage] = useState(pages.from);
  const [lit, setLit] = useState<string | null>(null);
  const title = record.type === null ? t('document.unknownType') : say(view.labels.types[record.type.id] ?? UNNAMED);
  usePageTitle(title);
  const shownPage = Math.min(pages.to, Math.max(pages.from, page));
  const choose = (id: string | null): void => {
    const on = id === null ? undefined : pageOfBox(view, id);
    if (on !== undefined && on >= pages.from && on <= pages.to) setPage(on);
    setLit(id);
  };
  return (
    <div className={styles['desk']}>
      <Head view={view} title={title} />
      <nav className={styles['thumbs']} aria-label={t('document.file')}>
        <FileStrip view={view} page={shownPage} onPage={setPage} />
      </nav>
      <div className={styles['viewerPlace']}>
        <PageViewer view={view} page={shownPage} kinds={BOX_KINDS} lit={lit} onPoint={setLit} onPage={setPage} />
      </div>
      <Panel view={view} lit={lit} onPoint={choose} />
    </div>
  );
}

const UNNAMED = { fr: '…', en: '…' };

function Panel({
  view,
  lit,
  onPoint,
}: {
  readonly view: DocumentView;
  readonly lit: string | null;
  readonly onPoint: (id: string | null) => void;
}): ReactNode {
  const { t } = useWords();
  const [tab, setTab] = useState<string | null>('fields');
  useShortcut({ keys: 'h', what: t('document.keys.history') }, () => setTab(tab === 'history' ? 'fields' : 'history'));
  return (
    <aside className={styles['panel']} aria-label={t('document.panel')}>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="fields">{t('document.tabs.fields')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('document.tabs.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="fields">
          <FieldsPanel view={view} lit={lit} onPoint={onPoint} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <HistoryPanel documentKey={view.key} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

function Head({ view, title }: { readonly view: DocumentView; readonly title: string }): ReactNode {
  const { t } = useWords();
  const { caseId, caseName, neighbours, record, key } = view;
  return (
    <header className={styles['head']}>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {caseName}
      </BackLink>
      <h1 className={styles['title']}>{title}</h1>
      <span className={styles['file']} title={record.file}>
        {record.file}
      </span>
      <div className={styles['actions']}>
        <ActionIcon
          component="a"
          href={originalAddress(key)}
          download
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('document.download')}
          title={t('document.download')}
        >
          <Icon name="download" />
        </ActionIcon>
        <Neighbour to={neighbours.previous} direction="previous" />
        <span className={styles['place']}>
          {t('document.position', { position: neighbours.position, count: neighbours.count })}
        </span>
        <Neighbour to={neighbours.next} direction="next" />
      </div>
    </header>
  );
}

function Neighbour({
  to,
  direction,
}: {
  readonly to: string | null;
  readonly direction: 'previous' | 'next';
}): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const what = t(`document.keys.${direction}`);
  const go = (): void => {
    if (to !== null) void navigate({ to: '/documents/$documentId', params: { documentId: to } });
  };
  useShortcut({ keys: direction === 'next' ? 'j' : 'k', what }, go);
  return (
    <ActionIcon variant="default" size="lg" aria-label={what} title={what} onClick={go} disabled={to === null}>
      <Icon name={direction === 'next' ? 'right' : 'left'} size={16} />
    </ActionIcon>
  );
}
