import type { ReactNode } from 'react';
import { ChoiceField } from '../parts/choice-field.tsx';
import { LanguageTag } from '../parts/language-tag.tsx';
import { PaperDate } from '../parts/paper-date.tsx';
import { useWords } from '../words/use-words.ts';
import { dateChoice, NONE, useDateChoices, useLanguageChoices } from './choices.ts';
import { decisionOf } from './decision-of.ts';
import { FieldRow } from './field-row.tsx';
import styles from './fields-panel.module.css';
import type { PanelProps } from './panel-props.ts';
import { TypeRow } from './type-row.tsx';
import { useChoiceShortcut } from './use-choice-shortcut.ts';
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
