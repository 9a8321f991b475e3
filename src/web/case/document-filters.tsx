import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Bilingual } from '#domain/findings.ts';
import type { DocumentRow } from '#http/contract/cases.ts';
import { useWords, type Words } from '../words/use-words.ts';
import { type DocumentFilter, NO_FILTER } from './document-filter.ts';
import styles from './document-filters.module.css';

interface DocumentFiltersProps {
  readonly documents: readonly DocumentRow[];
  readonly filter: DocumentFilter;
  readonly onFilter: (filter: DocumentFilter) => void;
}

/** Narrows the papers by what there is: types, languages, weak points, letterhead, state. */
export function DocumentFilters({ documents, filter, onFilter }: DocumentFiltersProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const select = (name: keyof DocumentFilter, label: string, options: readonly Option[]): ReactNode => (
    <NativeSelect
      size="sm"
      aria-label={label}
      value={filter[name] ?? 'all'}
      data={options}
      onChange={({ currentTarget: { value } }) => onFilter({ ...filter, [name]: value === 'all' ? null : value })}
    />
  );
  return (
    <div className={styles['filters']}>
      {select('type', t('caseView.documents.filterType'), typeOptions(documents, words))}
      {select('language', t('caseView.documents.filterLanguage'), [
        { value: 'all', label: t('caseView.documents.anyLanguage') },
        ...distinct(
          documents.flatMap(({ language }) =>
            language === null ? [] : [{ id: language.code, label: language.label }],
          ),
          words,
        ),
      ])}
      {select('flag', t('caseView.documents.filterFlag'), [
        { value: 'all', label: t('caseView.documents.anyFlag') },
        { value: 'any', label: t('caseView.documents.flagged') },
        { value: 'none', label: t('caseView.documents.unflagged') },
        ...distinct(
          documents.flatMap(({ flags }) => flags.map(({ code: id, label }) => ({ id, label }))),
          words,
        ),
      ])}
      {select('letterhead', t('caseView.documents.filterLetterhead'), [
        { value: 'all', label: t('caseView.documents.anyLetterhead') },
        { value: 'with', label: t('caseView.documents.withLetterhead') },
        { value: 'without', label: t('caseView.documents.withoutLetterhead') },
      ])}
      {select('status', t('caseView.documents.filterStatus'), [
        { value: 'all', label: t('caseView.documents.anyStatus') },
        ...(['done', 'needs-review', 'failed'] as const).map((value) => ({ value, label: t(`cases.status.${value}`) })),
      ])}
      {Object.values(filter).some((value) => value !== null) ? (
        <Button size="compact-sm" variant="subtle" onClick={() => onFilter(NO_FILTER)}>
          {t('caseView.documents.reset')}
        </Button>
      ) : null}
    </div>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function typeOptions(documents: readonly DocumentRow[], words: Words): Option[] {
  const { t } = words;
  const known = documents.flatMap(({ type }) => (type === null ? [] : [{ id: type.id, label: type.label }]));
  const hasUnknown = documents.some(({ type }) => type === null);
  return [
    { value: 'all', label: t('caseView.documents.anyType') },
    ...distinct(known, words),
    ...(hasUnknown ? [{ value: '', label: t('caseView.paper.unknown') }] : []),
  ];
}

/** Each once, with how many there are, in the order of the alphabet. */
function distinct(
  values: readonly { readonly id: string; readonly label: Bilingual }[],
  { say, language }: Words,
): Option[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const { id, label } of values) counts.set(id, { label: say(label), count: (counts.get(id)?.count ?? 0) + 1 });
  return [...counts]
    .sort(([, one], [, other]) => one.label.localeCompare(other.label, language))
    .map(([value, { label, count }]) => ({ value, label: `${label} (${count})` }));
}
