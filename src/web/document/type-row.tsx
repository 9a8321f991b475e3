import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { vocabularyQuery } from '../api/document.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { useWords } from '../words/use-words.ts';
import { useTypeChoices } from './choices.ts';
import { decisionOf } from './decision-of.ts';
import { FieldRow } from './field-row.tsx';
import styles from './fields-panel.module.css';
import type { PanelProps } from './panel-props.ts';
import { useChoiceShortcut } from './use-choice-shortcut.ts';
import type { Deciding } from './use-deciding.ts';

/** What the paper is, and the words on it that say so. */
export function TypeRow({ view, lit, onPoint, deciding }: PanelProps & { readonly deciding: Deciding }): ReactNode {
  const { t, say } = useWords();
  const { record, labels } = view;
  const handle = useChoiceShortcut('t', t('document.edit.type'));
  const groups = useTypeChoices(view);
  const { type } = record;
  const { data } = useQuery(vocabularyQuery);
  const nameOf = (id: string): string => say(data?.types.find((one) => one.id === id)?.label ?? { fr: id, en: id });
  return (
    <FieldRow
      {...{ lit, onPoint }}
      label={t('document.field.type')}
      confidence={type?.confidence ?? null}
      {...decisionOf(view.decisions, 'type', deciding)}
      why={<Reasons {...{ view, lit, onPoint }} />}
    >
      <ChoiceField
        handle={handle}
        label={t('document.edit.type')}
        groups={groups}
        placeholder={t('document.searchType')}
        nothing={t('document.nothingFits')}
        isBusy={deciding.isBusy}
        onChoose={(value) =>
          deciding.say({ kind: 'correct', field: 'type', value }, t('document.nowType', { type: nameOf(value) }))
        }
      >
        {type === null ? t('document.unknownType') : say(labels.types[type.id] ?? { fr: type.id, en: type.id })}
      </ChoiceField>
    </FieldRow>
  );
}

/** The words on the paper that speak for its type. */
function Reasons({ view: { record }, lit, onPoint }: PanelProps): ReactNode {
  const { t } = useWords();
  const because = record.type?.because ?? [];
  if (because.length === 0) return null;
  return (
    <ul className={styles['why']} aria-label={t('document.why')}>
      {because.slice(0, 4).map(({ text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be a reason twice
        <li key={at}>
          <button
            type="button"
            className={styles['quote']}
            aria-pressed={lit === `reason-${at}`}
            onPointerEnter={() => onPoint(`reason-${at}`)}
            onPointerLeave={() => onPoint(null)}
            onFocus={() => onPoint(`reason-${at}`)}
            onBlur={() => onPoint(null)}
          >
            <q>
              <bdi>{text}</bdi>
            </q>
          </button>
        </li>
      ))}
    </ul>
  );
}
