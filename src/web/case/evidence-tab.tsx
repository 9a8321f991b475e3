import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Cell } from '#domain/case-judgement.ts';
import { type Judgement, judgementQuery } from '../api/judgement.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import { CellDialog } from './cell-dialog.tsx';
import { CriteriaList } from './criteria-list.tsx';
import { EvidenceMatrix } from './evidence-matrix.tsx';
import styles from './evidence-tab.module.css';
import { FindingList } from './finding-list.tsx';
import { usePapers } from './use-papers.ts';

/** Which criteria are carried by what, and why. */
export function EvidenceTab(): ReactNode {
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId/evidence' });
  const query = useQuery(judgementQuery(caseId));
  return <QueryView query={query}>{(judgement) => <Evidence caseId={caseId} judgement={judgement} />}</QueryView>;
}

function Evidence({ caseId, judgement }: { readonly caseId: string; readonly judgement: Judgement }): ReactNode {
  const { t } = useWords();
  const papers = usePapers(caseId);
  const [opened, setOpened] = useState<Cell | null>(null);
  const { cells, findings } = judgement;
  const criteria = [...judgement.criteria].sort((one, other) => one.rank - other.rank);
  if (cells.length === 0)
    return <EmptyState icon="paper" title={t('caseView.evidence.noCells')} text={t('caseView.evidence.noCellsText')} />;
  return (
    <div className={styles['parts']}>
      <CriteriaList criteria={criteria} papers={papers} />
      <Section title={t('caseView.evidence.matrix')} text={t('caseView.evidence.matrixText')}>
        <EvidenceMatrix criteria={criteria} cells={cells} papers={papers} onOpen={setOpened} />
      </Section>
      <Section title={t('caseView.evidence.findings')}>
        <FindingList findings={findings} papers={papers} />
      </Section>
      <CellDialog cell={opened} criteria={criteria} papers={papers} onClose={() => setOpened(null)} />
    </div>
  );
}
