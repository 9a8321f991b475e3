import { useQuery } from '@tanstack/react-query';
import type { DocumentView } from '#http/contract/documents.ts';
import { vocabularyQuery } from '../api/document.ts';
import type { Choice } from '../parts/choice-field.tsx';
import { useWords, type Words } from '../words/use-words.ts';
import { parseDate } from './parse-date.ts';

/** Stands for "there is none" among choices. */
export const NONE = '';

interface Group {
  readonly title: string | null;
  readonly choices: readonly Choice[];
}

/** What the paper may be: what Liasse takes it for and its rivals first, then all types by name. */
export function useTypeChoices({ record: { type } }: DocumentView): Group[] {
  const { t, say, format, language } = useWords();
  const { data } = useQuery(vocabularyQuery);
  const all = (data?.types ?? []).map(({ id, label }) => ({ id, label: say(label) }));
  const likely = (type === null ? [] : [type, ...type.alternatives]).flatMap(({ id, confidence }) => {
    const known = all.find((one) => one.id === id);
    return known === undefined ? [] : [{ ...known, hint: format.percent(confidence) }];
  });
  const others = all.filter(({ id }) => !likely.some((one) => one.id === id));
  return [
    { title: t('document.likely'), choices: likely },
    { title: t('document.allTypes'), choices: others.toSorted((a, b) => a.label.localeCompare(b.label, language)) },
  ];
}

/** The dates that stand on the paper, and that it has none. */
export function useDateChoices({ dateCandidates }: DocumentView): Group[] {
  const { t, format } = useWords();
  const printed = dateCandidates.map(({ iso, role, confidence }) => ({
    ...{ id: iso, label: format.day(iso) },
    hint: confidence > 0 ? format.percent(confidence) : t(`document.role.${role}`),
  }));
  return [{ title: null, choices: [...printed, { id: NONE, label: t('document.withoutDate') }] }];
}

/** A date that somebody wrote. */
export function dateChoice(written: string, format: Words['format']): Choice | null {
  const iso = parseDate(written);
  return iso === null ? null : { id: iso, label: format.day(iso) };
}

/** The languages that were found, then all that Liasse has words of. */
export function useLanguageChoices({ record: { languages } }: DocumentView): Group[] {
  const { t, say, format, language } = useWords();
  const { data } = useQuery(vocabularyQuery);
  const found = languages.map(({ code, share }) => ({
    ...{ id: code, label: format.languageName(code), hint: format.percent(share) },
  }));
  const others = (data?.languages ?? [])
    .filter(({ id }) => !found.some((one) => one.id === id))
    .map(({ id, label }) => ({ id, label: say(label) }));
  return [
    { title: t('document.likely'), choices: found },
    { title: t('document.allLanguages'), choices: others.toSorted((a, b) => a.label.localeCompare(b.label, language)) },
  ];
}
