import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DocumentView } from '#http/contract/documents.ts';
import { dateChoice, useLanguageChoices, useTypeChoices } from '../document/choices.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { Icon } from '../parts/icon.tsx';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { type Candidate, useCandidates } from './candidates.ts';
import styles from './question-card.module.css';
import { useQuestion } from './question-of.ts';
import type { Step } from './review-steps.ts';

interface QuestionCardProps {
  readonly view: DocumentView;
  readonly step: Step;
  readonly nth: number;
  readonly count: number;
  readonly onAnswer: (id: string) => void;
  readonly onSkip: () => void;
  readonly onBack: (() => void) | undefined;
  /** Lights a box, on a page if it is known. */
  readonly onPoint: (id: string | null, page?: number) => void;
}

/** A question about a paper in words, its likeliest answers by number, and Enter for the one that Liasse would give. */
export function QuestionCard(props: QuestionCardProps): ReactNode {
  const { view, step, nth, count, onAnswer, onSkip, onBack, onPoint } = props;
  const { t } = useWords();
  const candidates = useCandidates(view, step);
  const [at, setAt] = useState(0);
  const move = (by: number): void => setAt((before) => (before + by + candidates.length) % candidates.length);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever listens hears the question as soon as it is asked.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const accept = (): void => {
    // Enter on a button is that button.
    const focused = document.activeElement;
    const chosen = candidates[at];
    if (focused instanceof HTMLButtonElement || focused instanceof HTMLAnchorElement) focused.click();
    else if (chosen !== undefined) onAnswer(chosen.id);
  };
  useShortcut({ keys: 'Enter', what: t('review.keys.accept') }, accept);
  useShortcut({ keys: 'ArrowDown', what: t('review.keys.down') }, () => move(1));
  useShortcut({ keys: 'ArrowUp', what: t('review.keys.up') }, () => move(-1));
  useShortcut(onBack === undefined ? null : { keys: 'Backspace', what: t('review.keys.back') }, () => onBack?.());
  const { title, hint } = useQuestion(view, step);
  return (
    <section className={styles['card']} aria-labelledby="question">
      {count > 1 ? <p className={styles['step']}>{t('review.step', { nth, count })}</p> : null}
      <h2 id="question" ref={heading} tabIndex={-1} className={styles['question']}>
        {title}
      </h2>
      <p className={styles['hint']}>{hint}</p>
      <ol className={styles['candidates']}>
        {candidates.map((candidate, index) => (
          <li key={candidate.id}>
            <CandidateButton
              {...{ candidate, onPoint }}
              nth={index + 1}
              isChosen={index === at}
              onPick={() => onAnswer(candidate.id)}
            />
          </li>
        ))}
      </ol>
      <Other {...{ view, step, onAnswer }} />
      <div className={styles['actions']}>
        <Button onClick={accept} rightSection={<kbd className={styles['enter']}>↵</kbd>}>
          {t('review.accept')}
        </Button>
        <Button variant="default" onClick={onSkip} rightSection={<kbd className={styles['key']}>s</kbd>}>
          {t('review.skip')}
        </Button>
        {onBack === undefined ? null : (
          <Button variant="subtle" onClick={onBack} leftSection={<Icon name="left" size={14} />}>
            {t('review.keys.back')}
          </Button>
        )}
      </div>
    </section>
  );
}

interface CandidateButtonProps {
  readonly candidate: Candidate;
  readonly nth: number;
  readonly isChosen: boolean;
  readonly onPick: () => void;
  readonly onPoint: QuestionCardProps['onPoint'];
}

function CandidateButton({ candidate, nth, isChosen, onPick, onPoint }: CandidateButtonProps): ReactNode {
  const { t } = useWords();
  const { label, hint, boxId = null, page } = candidate;
  useShortcut({ keys: String(nth), what: t('review.keys.pick', { nth, label }) }, onPick);
  return (
    <button
      type="button"
      className={isChosen ? `${styles['candidate']} ${styles['isChosen']}` : styles['candidate']}
      aria-current={isChosen}
      onClick={onPick}
      onPointerEnter={() => onPoint(boxId, page)}
      onPointerLeave={() => onPoint(null)}
    >
      <kbd className={styles['number']}>{nth}</kbd>
      <span className={styles['label']}>{label}</span>
      {hint === undefined ? null : <span className={styles['small']}>{hint}</span>}
    </button>
  );
}

/** An answer that is not among the likely ones. */
function Other({ view, step, onAnswer }: Pick<QuestionCardProps, 'view' | 'step' | 'onAnswer'>): ReactNode {
  const { t, format } = useWords();
  const types = useTypeChoices(view);
  const languages = useLanguageChoices(view);
  if (step.kind === 'cut' || step.kind === 'look') return null;
  const groups = { type: types, language: languages, date: [] }[step.kind];
  const placeholder = {
    type: t('document.searchType'),
    language: t('document.searchLanguage'),
    date: t('document.writeDate'),
  }[step.kind];
  return (
    <ChoiceField
      label={t('review.another')}
      groups={groups}
      placeholder={placeholder}
      nothing={step.kind === 'date' ? t('document.noDate') : t('document.nothingFits')}
      onChoose={onAnswer}
      {...(step.kind === 'date' ? { custom: (written: string) => dateChoice(written, format) } : {})}
    >
      {t('review.another')}
    </ChoiceField>
  );
}
