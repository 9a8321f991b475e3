import type { ReactNode } from 'react';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import styles from './both-sides.module.css';
import type { ShownDifference } from './shown-differences.ts';

interface DifferencesListProps {
  readonly differences: readonly ShownDifference[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** What differs, one under the other: a click, or `n` and `p`, goes to the place on both sides. */
export function DifferencesList({ differences, chosen, onChoose }: DifferencesListProps): ReactNode {
  const { t } = useWords();
  const move = (by: number): void => {
    const at = differences.findIndex(({ id }) => id === chosen);
    const next = differences[(at + by + differences.length) % Math.max(1, differences.length)];
    if (next !== undefined) onChoose(next.id);
  };
  useShortcut({ keys: 'n', what: t('translations.differences.next') }, () => move(1));
  useShortcut({ keys: 'p', what: t('translations.differences.previous') }, () => move(-1));
  return (
    <ul className={styles['list']}>
      {differences.map((difference) => (
        <li key={difference.id}>
          <button
            type="button"
            className={styles['difference']}
            aria-pressed={difference.id === chosen}
            title={t('translations.differences.go')}
            onClick={() => onChoose(difference.id)}
          >
            <span className={styles['kind']}>{t(`translations.differences.${difference.kind}`)}</span>
            <Sentence difference={difference} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What stands there, instead of what: days and languages in full, numbers as printed. */
function Sentence({ difference }: { readonly difference: ShownDifference }): ReactNode {
  const { t, format } = useWords();
  const { kind, verdict, original, translation, originalPlace, translationPlace } = difference;
  const said = (value: string, place: ShownDifference['originalPlace']): string => {
    if (kind === 'day') return format.day(value);
    return kind === 'into' || kind === 'from' ? format.languageName(value) : (place?.text ?? value);
  };
  const before = said(original, originalPlace);
  if (translation === null)
    return (
      <span className={styles['old']}>
        <strong dir="auto">{before}</strong>{' '}
        {t(verdict === 'missing' ? 'translations.differences.missing' : 'translations.differences.partial')}
      </span>
    );
  return (
    <span className={styles['old']}>
      <strong className={styles['new']}>{said(translation, translationPlace)}</strong>{' '}
      {t('translations.differences.instead')} <span dir="auto">{before}</span>
    </span>
  );
}
