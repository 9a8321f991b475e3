import { Button, Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { dossiersQuery, useMakeDossier } from '../api/exports.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Section } from '../parts/section.tsx';
import { parseLanguage } from '../words/language.ts';
import { useWords } from '../words/use-words.ts';
import styles from './exports-tab.module.css';
import { MadeDossier } from './made-dossier.tsx';

/** What is handed in at the prefecture: asked for, watched while it is made, fetched. */
export function DossierExportsSection({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useWords();
  const { data: dossiers = [] } = useQuery(dossiersQuery(caseId));
  const make = useMakeDossier(caseId);
  const [language, setLanguage] = useState<'fr' | 'en'>('fr');
  const [maxMb, setMaxMb] = useState<number | ''>('');
  const [isLight, setIsLight] = useState(false);
  const isMaking = dossiers.some(({ state }) => state === 'making');
  const begin = (): void => make.mutate({ language, isLight, ...(maxMb === '' ? {} : { maxMb }) });
  return (
    <Section title={t('caseView.exports.dossier')} text={t('caseView.exports.dossierText')}>
      <div className={styles['form']}>
        <NativeSelect
          label={t('caseView.exports.language')}
          value={language}
          onChange={(event) => setLanguage(parseLanguage(event.currentTarget.value) ?? 'fr')}
          data={[
            { value: 'fr', label: t('shell.language.fr') },
            { value: 'en', label: t('shell.language.en') },
          ]}
        />
        <NumberInput
          label={t('caseView.exports.size')}
          description={t('caseView.exports.sizeHint')}
          value={maxMb}
          min={1}
          max={10_000}
          onChange={(value) => setMaxMb(typeof value === 'number' ? value : '')}
          hideControls
        />
        <Checkbox
          className={styles['light'] ?? ''}
          label={t('caseView.exports.light')}
          description={t('caseView.exports.lightHint')}
          checked={isLight}
          onChange={(event) => setIsLight(event.currentTarget.checked)}
        />
        <Button onClick={begin} loading={make.isPending || isMaking}>
          {t('caseView.exports.make')}
        </Button>
      </div>
      {make.isError ? <FailureNotice error={make.error} /> : null}
      {dossiers.map((dossier) => (
        <MadeDossier key={dossier.id} caseId={caseId} dossier={dossier} />
      ))}
    </Section>
  );
}
