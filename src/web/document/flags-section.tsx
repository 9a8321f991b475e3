import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DocumentView } from '#http/contract/documents.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { FlagChip } from '../parts/flag-chip.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './fields-panel.module.css';
import type { PanelProps } from './panel-props.ts';
import type { Deciding } from './use-deciding.ts';

interface FlagsSectionProps extends PanelProps {
  readonly deciding: Deciding;
}

type Flag = DocumentView['record']['flags'][number];

/** What weakens the paper; a person may say why something does not count here. */
export function FlagsSection(props: FlagsSectionProps): ReactNode {
  const { t } = useWords();
  const { flags, dismissed } = props.view.record;
  return (
    <section aria-label={t('document.flags')}>
      <h2 className={styles['heading']}>{t('document.flags')}</h2>
      {flags.length === 0 ? <p className={styles['small']}>{t('document.noFlags')}</p> : null}
      {flags.map((flag) => (
        <FlagCard key={flag.code} {...props} flag={flag} />
      ))}
      {dismissed.length === 0 ? null : <h3 className={styles['heading']}>{t('document.dismissed')}</h3>}
      {dismissed.map((flag) => (
        <DismissedCard key={flag.code} {...props} flag={flag} />
      ))}
    </section>
  );
}

function FlagCard({ view, lit, onPoint, deciding, flag }: FlagsSectionProps & { readonly flag: Flag }): ReactNode {
  const { t, say } = useWords();
  const { code, severity, message, box } = flag;
  const boxId = `flag-${code}`;
  const label = view.labels.flags[code] ?? { fr: code, en: code };
  const point = (id: string | null) => (box === null ? undefined : () => onPoint(id));
  const reasons = ['seen', 'otherPaper', 'notNeeded'] as const;
  return (
    // Pointing only lights what keys reach on the page.
    <div
      className={lit === boxId ? `${styles['flag']} ${styles['lit']}` : styles['flag']}
      onPointerEnter={point(boxId)}
      onPointerLeave={point(null)}
    >
      <div className={styles['flagHead']}>
        <FlagChip severity={severity} label={label} message={message} />
        <span>
          <ChoiceField
            label={t('document.dismissThis', { flag: say(label) })}
            className={styles['dismiss'] ?? ''}
            icon="cross"
            groups={[
              {
                title: t('document.dismissWhy'),
                choices: reasons.map((reason) => ({
                  id: t(`document.reason.${reason}`),
                  label: t(`document.reason.${reason}`),
                })),
              },
            ]}
            placeholder={t('document.writeReason')}
            nothing={t('document.nothingFits')}
            isBusy={deciding.isBusy}
            custom={(written) => ({ id: written.slice(0, 300), label: written.slice(0, 300) })}
            onChoose={(reason) =>
              deciding.say({ kind: 'dismiss', flag: code, reason }, t('document.nowDismissed', { flag: say(label) }))
            }
          >
            {t('document.dismiss')}
          </ChoiceField>
        </span>
      </div>
      <p className={styles['message']}>{say(message)}</p>
    </div>
  );
}

function DismissedCard({
  view,
  deciding,
  flag: { code, severity, message, reason },
}: FlagsSectionProps & { readonly flag: Flag & { readonly reason: string } }): ReactNode {
  const { t } = useWords();
  const decision = view.decisions.find((one) => one.flag === code);
  return (
    <div className={styles['flag']}>
      <div className={styles['flagHead']}>
        <FlagChip severity={severity} label={view.labels.flags[code] ?? { fr: code, en: code }} message={message} />
        {decision === undefined ? null : (
          <ActionIcon
            variant="subtle"
            aria-label={t('document.takeBack')}
            title={t('document.takeBack')}
            onClick={() => deciding.takeBack(decision.id)}
          >
            <Icon name="undo" size={15} />
          </ActionIcon>
        )}
      </div>
      <p className={styles['message']}>{reason}</p>
      <p className={styles['small']}>{t('document.decidedBy', { name: decision?.by ?? t('document.somebody') })}</p>
    </div>
  );
}
