import type { ReactNode } from 'react';
import type { OrderState } from '#domain/translation-order.ts';
import type { OwnOrderRow } from '#http/contract/translations.ts';
import { Icon } from '../parts/icon.tsx';
import { Label, type Tone } from '../parts/label.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './translations.module.css';

const TONES: Readonly<Record<OrderState, Tone>> = {
  'to-assign': 'bad',
  asked: 'neutral',
  taken: 'neutral',
  delivered: 'good',
  'sent-back': 'weak',
  accepted: 'good',
  cancelled: 'neutral',
};

export function StateLabel({ state }: { readonly state: OrderState }): ReactNode {
  const { t } = useWords();
  return <Label tone={TONES[state]}>{t(`translations.state.${state}`)}</Label>;
}

/** Days are few from here on. */
const SOON_DAYS = 3;

/** Until when, in words: what is late says how late. */
export function DueLabel({ order: { daysLeft, dueOn } }: { readonly order: OwnOrderRow }): ReactNode {
  const { t, format } = useWords();
  const day = format.day(dueOn);
  if (daysLeft === null) return <span className={styles['quiet']}>{day}</span>;
  const words = { title: t('translations.due.on', { day }), icon: 'clock' } as const;
  if (daysLeft < 0)
    return (
      <Label tone="bad" {...words}>
        {t('translations.due.late', { count: -daysLeft })}
      </Label>
    );
  return (
    <Label tone={daysLeft <= SOON_DAYS ? 'weak' : 'neutral'} {...words}>
      {daysLeft === 0 ? t('translations.due.today') : t('translations.due.left', { count: daysLeft })}
    </Label>
  );
}

/** From which language into which. */
export function PairLabel({
  order: { language, into },
}: {
  readonly order: Pick<OwnOrderRow, 'language' | 'into'>;
}): ReactNode {
  const { t, say } = useWords();
  return (
    <span className={styles['pair']}>
      <span className={language === null ? styles['unclear'] : undefined}>
        {language === null ? t('translations.unknownLanguage') : say(language.label)}
      </span>
      <Icon name="right" size={13} />
      <span className={styles['hidden']}>{t('translations.into')} </span>
      <span>{say(into.label)}</span>
    </span>
  );
}

/** What an order asks for beside its languages. */
export function TermLabels({ order }: { readonly order: OwnOrderRow }): ReactNode {
  const { t, format } = useWords();
  return (
    <span className={styles['terms']}>
      <Label icon="paper">{t('translations.pages', { count: order.pageCount })}</Label>
      {order.isSworn ? <Label icon="check">{t('translations.sworn')}</Label> : null}
      {order.isUrgent ? (
        <Label tone="weak" icon="weak">
          {t('translations.urgent')}
        </Label>
      ) : null}
      {order.remindedOn === null ? null : (
        <Label icon="info">{t('translations.due.reminded', { day: format.shortDay(order.remindedOn) })}</Label>
      )}
    </span>
  );
}
