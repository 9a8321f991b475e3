import { useQuery } from '@tanstack/react-query';
import type { DocumentView } from '#http/contract/documents.ts';
import { vocabularyQuery } from '../api/document.ts';
import { useWords } from '../words/use-words.ts';
import { NO, NONE, type Step, YES } from './review-steps.ts';

/** A likely answer. */
export interface Candidate {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Where on the paper it comes from. */
  readonly boxId?: string;
  readonly page?: number;
}

/** As many as there are number keys. */
const MOST = 9;

/** The likely answers to a question; the first is what Liasse would say. */
export function useCandidates(view: DocumentView, step: Step): readonly Candidate[] {
  const types = useTypes(view);
  const dates = useDates(view);
  const languages = useLanguages(view);
  const { t } = useWords();
  switch (step.kind) {
    case 'type':
      return types;
    case 'date':
      return dates;
    case 'language':
      return languages;
    case 'cut':
      return [
        { id: NO, label: t('review.cut.no') },
        { id: YES, label: t('review.cut.yes', { page: step.page ?? 1 }) },
      ];
    case 'look':
      return [{ id: YES, label: t('review.look.yes') }];
  }
}

function useTypes({ record: { type } }: DocumentView): Candidate[] {
  const { say, format } = useWords();
  const { data } = useQuery(vocabularyQuery);
  return (type === null ? [] : [type, ...type.alternatives]).slice(0, MOST).map(({ id, confidence }) => ({
    id,
    label: say(data?.types.find((one) => one.id === id)?.label ?? { fr: id, en: id }),
    hint: format.percent(confidence),
  }));
}

/** What Liasse takes for the date of issue, its rivals, other dates, and that there is none: in the place that it deserves. */
function useDates({ record: { issueDate }, dateCandidates }: DocumentView): Candidate[] {
  const { t, format } = useWords();
  const none = { id: NONE, label: t('document.withoutDate') };
  const printed = dateCandidates.slice(0, MOST - 1).map(({ iso, text, page, role, confidence }) => ({
    ...{ id: iso, label: format.day(iso), page },
    hint: confidence > 0 ? text : t(`document.role.${role}`),
    ...(iso === issueDate?.iso ? { boxId: 'date' } : {}),
  }));
  return issueDate === null ? [none, ...printed] : [...printed, none];
}

function useLanguages({ record: { languages } }: DocumentView): Candidate[] {
  const { format } = useWords();
  const found = languages.filter(({ code }) => code !== 'und').map(({ code }) => code);
  return [...new Set([...found, 'fr', 'en', 'ar'])]
    .slice(0, MOST)
    .map((code) => ({ id: code, label: format.languageName(code) }));
}
