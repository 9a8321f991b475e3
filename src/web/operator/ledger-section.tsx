import type { ReactNode } from 'react';
import type { LedgerView } from '#http/contract/operator.ts';
import { Figure, Figures } from '../parts/figures.tsx';
import { Label } from '../parts/label.tsx';
import { Line, Lines } from '../parts/lines.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './operator.module.css';

const STATES = ['received', 'accepted', 'duplicate', 'rejected', 'waiting'] as const;

/** Every file that came in and what became of it. */
export function LedgerSection({ view }: { readonly view: LedgerView }): ReactNode {
  const { t, format, say } = useWords();
  const { counts, isBalanced, reasons, problems } = view;
  return (
    <Section
      title={t('operator.ledger.title')}
      text={isBalanced ? t('operator.ledger.balancedText', { count: counts.received }) : ''}
      actions={
        <Label tone={isBalanced ? 'good' : 'bad'} icon={isBalanced ? 'check' : 'blocking'}>
          {t(isBalanced ? 'operator.ledger.balanced' : 'operator.ledger.unbalanced')}
        </Label>
      }
    >
      <Figures>
        {STATES.map((state) => (
          <Figure key={state} value={format.number(counts[state])} label={t(`operator.ledger.${state}`)} />
        ))}
      </Figures>
      {problems.length === 0 ? null : (
        <>
          <h3 className={styles['small']}>{t('operator.ledger.problems')}</h3>
          <Lines>
            {problems.map(({ fileId, problem }) => (
              <Line
                key={fileId}
                icon="blocking"
                title={<span className={styles['code']}>{fileId}</span>}
                text={t(`operator.ledger.problem.${problem}`)}
              />
            ))}
          </Lines>
        </>
      )}
      {reasons.length === 0 ? null : (
        <>
          <h3 className={styles['small']}>{t('operator.ledger.reasons')}</h3>
          {reasons.map(({ code, message, files }) => (
            <div key={code} className={styles['pair']}>
              <span>{say(message)}</span>
              <span className={styles['number']}>{format.number(files)}</span>
            </div>
          ))}
        </>
      )}
    </Section>
  );
}
