import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { translatorsQuery } from '../api/translations.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useWords } from '../words/use-words.ts';
import { PartsOfTranslations } from './parts-of-translations.tsx';
import styles from './translations.module.css';
import { TranslatorSection } from './translator-section.tsx';

/** What each translator translates, and how it goes. */
export function TranslatorsPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(translatorsQuery);
  return (
    <Page title={t('translations.people.title')}>
      <PartsOfTranslations />
      <QueryView query={query}>
        {({ translators }) =>
          translators.length === 0 ? (
            <EmptyState
              icon="people"
              title={t('translations.people.empty')}
              text={t('translations.people.emptyText')}
            />
          ) : (
            <div className={styles['people']}>
              {translators.map((translator) => (
                <TranslatorSection key={translator.id} translator={translator} />
              ))}
            </div>
          )
        }
      </QueryView>
    </Page>
  );
}
