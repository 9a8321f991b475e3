import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import type { ShownDecision } from '#http/contract/documents.ts';
import { vocabularyQuery } from '../api/document.ts';
import { ChoiceField, type ChoiceHandle } from '../parts/choice-field.tsx';
import { LanguageTag } from '../parts/language-tag.tsx';
import { PaperDate } from '../parts/paper-date.tsx';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { dateChoice, NONE, useDateChoices, useLanguageChoices, useTypeChoices } from './choices.ts';
import { FieldRow } from './field-row.tsx';
import styles from './fields-panel.module.css';
import type { PanelProps } from './panel-props.ts';
import type { Deciding } from './use-deciding.ts';

interface MainFieldsProps extends PanelProps {
  readonly deciding: Deciding;
}

/** Type, date, issuer and language: what Liasse takes them for, and what a person says they are. */
export function MainFields(props: MainFieldsProps): ReactNode {
  return (
    <dl className={styles['rows']}>
      <TypeRow {...props} />
      <DateRow {...props} />
      <IssuerRow {...props} />
      <LanguageRow {...props} />
    </dl>
  );
}

function TypeRow({ view, lit, onPoint, deciding }: MainFieldsProps): ReactNode {
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

function DateRow({ view, lit, onPoint, deciding }: MainFieldsProps): ReactNode {
  const { t, format } = useWords();
  const { issueDate } = view.record;
  const handle = useChoiceShortcut('d', t('document.edit.issueDate'));
  const groups = useDateChoices(view);
  const choose = (id: string): void => {
    const value = id === NONE ? null : id;
    const said = value === null ? t('document.nowUndated') : t('document.nowDated', { day: format.day(value) });
    deciding.say({ kind: 'correct', field: 'issueDate', value }, said);
  };
  return (
    <FieldRow
      {...{ lit, onPoint }}
      label={t('document.field.issueDate')}
      confidence={issueDate?.confidence ?? null}
      boxId="date"
      {...decisionOf(view.decisions, 'issueDate', deciding)}
    >
      <ChoiceField
        handle={handle}
        label={t('document.edit.issueDate')}
        groups={groups}
        placeholder={t('document.writeDate')}
        nothing={t('document.noDate')}
        isBusy={deciding.isBusy}
        custom={(written) => dateChoice(written, format)}
        onChoose={choose}
      >
        <PaperDate iso={issueDate?.iso ?? null} />
      </ChoiceField>
    </FieldRow>
  );
}

function IssuerRow({ view, lit, onPoint, deciding }: MainFieldsProps): ReactNode {
  const { t } = useWords();
  const { letterhead } = view.record;
  const handle = useChoiceShortcut('i', t('document.edit.issuer'));
  const none = { id: NONE, label: t('document.noLetterhead') };
  const choose = (id: string): void => {
    const value = id === NONE ? null : id;
    deciding.say({ kind: 'correct', field: 'issuer', value }, t('document.nowIssuer', { issuer: value ?? none.label }));
  };
  const issuer = letterhead?.issuer ?? null;
  const confirm = issuer === null ? [] : [{ id: issuer, label: issuer }];
  return (
    <FieldRow
      {...{ lit, onPoint }}
      label={t('document.field.issuer')}
      confidence={letterhead?.confidence ?? null}
      boxId="letterhead"
      {...decisionOf(view.decisions, 'issuer', deciding)}
    >
      <ChoiceField
        handle={handle}
        label={t('document.edit.issuer')}
        groups={[{ title: null, choices: [...confirm, none] }]}
        placeholder={t('document.writeIssuer')}
        nothing={t('document.nothingFits')}
        isBusy={deciding.isBusy}
        custom={(written) => ({ id: written.slice(0, 300), label: written.slice(0, 300) })}
        onChoose={choose}
      >
        {issuer === null ? <span className={styles['none']}>{none.label}</span> : <bdi>{issuer}</bdi>}
      </ChoiceField>
    </FieldRow>
  );
}

function LanguageRow({ view, lit, onPoint, deciding }: MainFieldsProps): ReactNode {
  const { t, format } = useWords();
  const [main, ...others] = view.record.languages;
  const handle = useChoiceShortcut('l', t('document.edit.language'));
  const groups = useLanguageChoices(view);
  return (
    <FieldRow
      {...{ lit, onPoint }}
      label={t('document.field.language')}
      confidence={main?.confidence ?? null}
      {...decisionOf(view.decisions, 'language', deciding)}
    >
      <ChoiceField
        handle={handle}
        label={t('document.edit.language')}
        groups={groups}
        placeholder={t('document.searchLanguage')}
        nothing={t('document.nothingFits')}
        isBusy={deciding.isBusy}
        onChoose={(value) =>
          deciding.say(
            { kind: 'correct', field: 'language', value },
            t('document.nowLanguage', { language: format.languageName(value) }),
          )
        }
      >
        {main === undefined ? (
          <span className={styles['none']}>{t('document.none')}</span>
        ) : (
          [main, ...others].map(({ code }) => <LanguageTag key={code} code={code} />)
        )}
      </ChoiceField>
    </FieldRow>
  );
}

function decisionOf(decisions: readonly ShownDecision[], field: string, { takeBack }: Deciding) {
  return { decision: decisions.find((one) => one.field === field), onTakeBack: takeBack };
}

function useChoiceShortcut(keys: string, what: string) {
  const handle = useRef<ChoiceHandle>(null);
  useShortcut({ keys, what }, () => handle.current?.open());
  return handle;
}
