import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { OrderRow, TranslatorRow } from '#http/contract/translations.ts';
import { useWords, type Words } from '../words/use-words.ts';
import { canTranslate, onlyTranslator } from './able-translators.ts';

/** Who translates, on what terms. */
export interface Terms {
  readonly translatorId: string;
  readonly dueOn: string;
  readonly isSworn: boolean;
  readonly language: string;
}

export type TermProblems = Readonly<Record<'translatorId' | 'language', string | null>>;

export function firstTerms({
  translator,
  dueOn,
  isSworn,
  language,
}: Pick<OrderRow, 'translator' | 'dueOn' | 'isSworn' | 'language'>): Terms {
  return { translatorId: translator?.id ?? '', dueOn, isSworn, language: language?.code ?? '' };
}

/** The terms with the only translator who can do it, as long as nobody else was chosen. */
export function withTranslator(terms: Terms, translators: readonly TranslatorRow[], from: string): Terms {
  return terms.translatorId === '' ? { ...terms, translatorId: onlyTranslator(translators, from) } : terms;
}

export function problemsOf({ translatorId, language }: Terms, needsLanguage: boolean, t: TFunction): TermProblems {
  return {
    translatorId: translatorId === '' ? t('translations.order.translatorMissing') : null,
    language: needsLanguage && language === '' ? t('translations.order.languageMissing') : null,
  };
}

interface TermsFieldsProps {
  readonly terms: Terms;
  readonly onChange: (terms: Terms) => void;
  readonly translators: readonly TranslatorRow[];
  /** Of the paper; null: the person says it. */
  readonly language: string | null;
  readonly problems: TermProblems | null;
}

/** The fields of an order that a person fills in. */
export function TermsFields({ terms, onChange, translators, language, problems }: TermsFieldsProps): ReactNode {
  const words = useWords();
  const { t, format } = words;
  const from = language ?? terms.language;
  const able = translators.filter(({ profile, isBlocked }) => profile !== null && !isBlocked);
  const languages = [...new Set(able.flatMap(({ profile }) => (profile?.pairs ?? []).map((pair) => pair.from)))];
  return (
    <>
      {language === null ? (
        <NativeSelect
          label={t('translations.order.language')}
          description={t('translations.order.languageHint')}
          value={terms.language}
          onChange={(event) => onChange({ ...terms, language: event.currentTarget.value })}
          error={problems?.language ?? null}
          data={[
            { value: '', label: '' },
            ...languages
              .map((code) => ({ value: code, label: format.languageName(code) }))
              .sort((one, other) => one.label.localeCompare(other.label)),
          ]}
        />
      ) : null}
      <NativeSelect
        label={t('translations.order.translator')}
        value={terms.translatorId}
        onChange={(event) => onChange({ ...terms, translatorId: event.currentTarget.value })}
        error={problems?.translatorId ?? null}
        data={[
          { value: '', label: '' },
          ...able
            .toSorted(
              (one, other) =>
                Number(canTranslate(other, from)) - Number(canTranslate(one, from)) || one.open - other.open,
            )
            .map((one) => ({
              value: one.id,
              label: labelOf(one, words),
              disabled: from !== '' && !canTranslate(one, from),
            })),
        ]}
        data-autofocus
      />
      <TextInput
        type="date"
        label={t('translations.order.dueOn')}
        value={terms.dueOn}
        onChange={(event) => onChange({ ...terms, dueOn: event.currentTarget.value })}
      />
      <Checkbox
        label={t('translations.order.isSworn')}
        checked={terms.isSworn}
        onChange={(event) => onChange({ ...terms, isSworn: event.currentTarget.checked })}
      />
    </>
  );
}

/** With what one wants to know before choosing. */
function labelOf({ name, open, isAbsent, isSworn }: TranslatorRow, { t }: Pick<Words, 't'>): string {
  const said = [
    t('translations.order.load', { count: open }),
    ...(isSworn ? [] : [t('translations.order.notSworn')]),
    ...(isAbsent ? [t('translations.order.absent')] : []),
  ];
  return `${name} (${said.join(', ')})`;
}
