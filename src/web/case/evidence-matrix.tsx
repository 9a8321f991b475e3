import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { Cell, CriterionJudgement } from '#domain/case-judgement.ts';
import { ScoreMeter } from '../parts/score-meter.tsx';
import { useWords } from '../words/use-words.ts';
import { COVERAGE_LOOKS } from './coverage-looks.ts';
import styles from './evidence-matrix.module.css';
import { MatrixCell } from './matrix-cell.tsx';
import { matrixRows } from './matrix-rows.ts';
import { moveInGrid } from './move-in-grid.ts';
import { paperName } from './paper-name.ts';
import type { Papers } from './use-papers.ts';

interface EvidenceMatrixProps {
  readonly criteria: readonly CriterionJudgement[];
  readonly cells: readonly Cell[];
  readonly papers: Papers;
  readonly onOpen: (cell: Cell) => void;
}

/** Papers by criteria: each cell says in a figure, a word and a shade what the paper brings. Arrow keys go from cell to cell. */
export function EvidenceMatrix({ criteria, cells, papers, onOpen }: EvidenceMatrixProps): ReactNode {
  const words = useWords();
  const { t, say } = words;
  const frame = useRef<HTMLElement>(null);
  return (
    <section
      ref={frame}
      className={styles['frame']}
      aria-label={t('caseView.evidence.scroll')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      onKeyDown={(event) => {
        if (frame.current !== null && moveInGrid(frame.current, event.key)) event.preventDefault();
      }}
    >
      <table className={styles['matrix']}>
        <thead>
          <tr>
            <th scope="col" className={styles['papers']}>
              {t('caseView.evidence.paper')}
            </th>
            {criteria.map(({ id, label, coverage, strength }) => (
              <th key={id} scope="col">
                <span className={styles['criterion']}>{say(label)}</span>
                <ScoreMeter score={strength} strength={COVERAGE_LOOKS[coverage].bar} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrixRows(cells).map(({ paper, cells: own }, row) => (
            <tr key={paper}>
              <th scope="row">
                <Link
                  to="/documents/$documentId"
                  params={{ documentId: paper }}
                  className={styles['paper'] ?? ''}
                  title={paperName(papers.get(paper), words)}
                >
                  {paperName(papers.get(paper), words)}
                </Link>
                <span className={styles['issuer']}>{papers.get(paper)?.issuer ?? t('cases.table.noIssuer')}</span>
              </th>
              {criteria.map((criterion, column) => (
                <td key={criterion.id}>
                  <MatrixCell
                    cell={own.get(criterion.id)}
                    paper={paperName(papers.get(paper), words)}
                    criterion={say(criterion.label)}
                    place={`${row} ${column}`}
                    onOpen={onOpen}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
