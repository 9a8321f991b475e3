import type { DocumentView } from '#http/contract/documents.ts';
import { useWords, type Words } from '../words/use-words.ts';
import type { Step } from './review-steps.ts';

/** A question in words, and why it is asked. */
export function useQuestion(
  view: DocumentView,
  { kind, page }: Step,
): { readonly title: string; readonly hint: string } {
  const words = useWords();
  const { t, say, format } = words;
  const { type, issueDate, flags } = view.record;
  switch (kind) {
    case 'type': {
      if (type === null) return { title: t('review.type.unknown'), hint: t('review.type.hint') };
      const label = say(view.labels.types[type.id] ?? { fr: type.id, en: type.id });
      return { title: t('review.type.title', { type: inSentence(label, words) }), hint: t('review.type.hint') };
    }
    case 'date':
      return {
        title: issueDate === null ? t('review.date.none') : t('review.date.title', { day: format.day(issueDate.iso) }),
        hint: t('review.date.hint'),
      };
    case 'language':
      return { title: t('review.language.title'), hint: t('review.language.hint') };
    case 'cut':
      return { title: t('review.cut.title', { page: page ?? 1 }), hint: reasonsOf(view, page, words) };
    case 'look': {
      const asks = flags.find(({ code }) => code === view.reviewFlag);
      return { title: t('review.look.title'), hint: asks === undefined ? t('review.look.hint') : say(asks.message) };
    }
  }
}

/** Why another paper may begin there. */
function reasonsOf({ questions }: DocumentView, page: number | null, { t, say }: Words): string {
  const asked = questions.find((question) => question.kind === 'cut' && question.page === page);
  const because = asked?.kind === 'cut' ? asked.because.map(say) : [];
  return because.length === 0 ? t('review.cut.hint') : `${because.join(' ; ')}.`;
}

const VOWEL = /^[aeiou]/i;

/** A name as it stands within a sentence: in English with its article, in French in quotes. */
function inSentence(label: string, { language }: Words): string {
  if (language === 'fr') return `«\u00a0${label}\u00a0»`;
  const small = label.charAt(0).toLowerCase() + label.slice(1);
  return `${VOWEL.test(small) ? 'an' : 'a'} ${small}`;
}
