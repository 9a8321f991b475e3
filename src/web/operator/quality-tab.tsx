import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { CorrectionRow } from '#http/contract/operator.ts';
import { correctionsQuery } from '../api/operator.ts';
import type { Column } from '../parts/column.ts';
import { DataTable } from '../parts/data-table.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { TypeLabel } from '../parts/type-label.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import styles from './operator.module.css';

/** How often people had to correct what Liasse said. */
export function QualityTab(): ReactNode {
  const words = useWords();
  const { t, say } = words;
  const query = useQuery(correctionsQuery);
  const columns = useMemo(() => columnsIn(words), [words]);
  return (
    <Section title={t('operator.quality.title')} text={t('operator.quality.text')}>
      <QueryView query={query}>
        {({ corrections }) =>
          corrections.length === 0 ? (
            <p className={styles['none']}>{t('operator.quality.none')}</p>
          ) : (
            <DataTable
              label={t('operator.tableOf', { title: t('operator.quality.title') })}
              columns={columns}
              rows={corrections}
              rowKey={({ type, pipelineVersion }) => `${type?.id} ${pipelineVersion}`}
              filterText={({ type, pipelineVersion }) =>
                `${type === null ? t('operator.run.noType') : say(type.label)} ${pipelineVersion}`
              }
              firstSort={{ column: 'rate', isDown: true }}
            />
          )
        }
      </QueryView>
    </Section>
  );
}

function columnsIn({ t, say, format }: Words): Column<CorrectionRow>[] {
  const rate = ({ documents, corrected }: CorrectionRow): number => (documents === 0 ? 0 : corrected / documents);
  return [
    {
      id: 'type',
      header: t('operator.quality.type'),
      sortBy: ({ type }) => (type === null ? null : say(type.label)),
      cell: ({ type }) => <TypeLabel label={type?.label ?? null} unknown={t('operator.run.noType')} />,
    },
    {
      id: 'version',
      header: t('operator.quality.version'),
      isWideOnly: true,
      sortBy: ({ pipelineVersion }) => pipelineVersion,
      cell: ({ pipelineVersion }) => <span className={styles['code']}>{pipelineVersion}</span>,
    },
    {
      id: 'documents',
      header: t('operator.quality.documents'),
      isNumber: true,
      width: '8rem',
      sortBy: ({ documents }) => documents,
      cell: ({ documents }) => format.number(documents),
    },
    {
      id: 'corrected',
      header: t('operator.quality.corrected'),
      isNumber: true,
      isWideOnly: true,
      width: '8rem',
      sortBy: ({ corrected }) => corrected,
      cell: ({ corrected }) => format.number(corrected),
    },
    {
      id: 'rate',
      header: t('operator.quality.rate'),
      isNumber: true,
      width: '7rem',
      sortBy: rate,
      cell: (row) => format.percent(rate(row)),
    },
  ];
}
