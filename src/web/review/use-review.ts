import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useRef } from 'react';
import type { ReviewRow } from '#http/contract/review.ts';
import { documentQuery, pageQuery, pictureAddress, sendDecision, takeBack, vocabularyQuery } from '../api/document.ts';
import { failureToast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { afterEvent, isWaiting, startOf } from './review-run.ts';
import { NO, type Step, sayingsOf } from './review-steps.ts';

/** Papers that are fetched before they are asked for. */
const AHEAD = 3;

export interface Answer {
  readonly step: Step;
  readonly id: string;
}

/** Ids of what was decided, by the paper's key at that time; empty for one that was skipped. */
type Decided = readonly { readonly key: string; readonly ids: readonly string[] }[];

export interface Review {
  readonly current: ReviewRow | undefined;
  readonly doneCount: number;
  readonly leftCount: number;
  /** How many of those done were answered, and not skipped. */
  readonly answeredCount: number;
  /** Answers are being sent or taken back: what is left may change. */
  readonly isWaiting: boolean;
  /** The next paper shows at once; what was answered is sent meanwhile. */
  answer(answers: readonly Answer[], reviewFlag: string): void;
  skip(): void;
  /** Back to the paper before, and what was decided about it is taken back. */
  undo(): void;
  readonly canUndo: boolean;
}

/** Works through papers one by one. */
export function useReview(rows: readonly ReviewRow[]): Review {
  const { t } = useWords();
  const [run, happen] = useReducer(afterEvent, rows, startOf);
  // What came of the papers that were gone past. Kept beside the run: two keys pressed before the next paper is drawn are one answer.
  const outcomes = useRef(new Map<string, Promise<Decided>>());
  const client = useQueryClient();
  const current = run.left[0];
  usePrefetch(run.left);
  useWarningOnLeaving(isWaiting(run));

  const pass = (kind: 'answered' | 'skipped', decide: (row: ReviewRow) => Promise<Decided>): void => {
    if (current === undefined || outcomes.current.has(current.key)) return;
    const row = current;
    const outcome = decide(row);
    outcomes.current.set(row.key, outcome);
    happen({ row, kind });
    outcome.then(
      () => {
        happen({ row, kind: 'sent' });
        return client.invalidateQueries({ queryKey: documentQuery(row.key).queryKey, exact: true });
      },
      (error: unknown) => {
        failureToast(error);
        outcomes.current.delete(row.key);
        happen({ row, kind: 'unsent' });
      },
    );
  };
  const undo = async (row: ReviewRow, outcome: Promise<Decided>): Promise<void> => {
    outcomes.current.delete(row.key);
    happen({ row, kind: 'undoing' });
    const decided = await outcome.catch(() => null);
    // It was never sent: that has been said, and it is asked again already.
    if (decided === null) return;
    try {
      for (const { key, ids } of decided.toReversed()) await takeBack(key, ids);
      void client.invalidateQueries({ queryKey: documentQuery(row.key).queryKey });
      happen({ row, kind: 'undone' });
    } catch (error) {
      failureToast(error);
      outcomes.current.set(row.key, outcome);
      happen({ row, kind: 'kept' });
    }
  };
  return {
    current,
    doneCount: run.passed.length,
    leftCount: run.left.length + run.returning.length,
    answeredCount: run.passed.filter(({ isAnswered }) => isAnswered).length,
    isWaiting: isWaiting(run),
    canUndo: run.passed.length > 0,
    answer: (answers, reviewFlag) =>
      pass('answered', (row) => send(row, answers, { flag: reviewFlag, reason: t('review.checked') })),
    skip: () => pass('skipped', () => Promise.resolve([])),
    undo: () => {
      const last = run.passed.at(-1);
      const outcome = last === undefined ? undefined : outcomes.current.get(last.row.key);
      if (last !== undefined && outcome !== undefined) void undo(last.row, outcome);
    },
  };
}

/** Whoever answered has looked: the flag that asks for a person is dismissed. Cuts first: what was asked besides is then asked of the papers that came of it. */
async function send(
  row: ReviewRow,
  answers: readonly Answer[],
  looked: { readonly flag: string; readonly reason: string },
): Promise<Decided> {
  const decided: { key: string; ids: readonly string[] }[] = [];
  const decide = async (body: Parameters<typeof sendDecision>[1]): Promise<void> => {
    const { decisionIds } = await sendDecision(row.key, body);
    decided.push({ key: row.key, ids: decisionIds });
  };
  const cuts = answers.flatMap(({ step: { page }, id }) => (page === null ? [] : [{ page, isCut: id !== NO }]));
  for (const { page, isCut } of cuts) await decide(isCut ? { cutAt: page } : { joinAt: page });
  if (!cuts.some(({ isCut }) => isCut))
    await decide({ decisions: [...sayingsOf(answers), { kind: 'dismiss', ...looked }] });
  return decided;
}

/** What comes next is there when it is asked for: words and pictures. */
function usePrefetch(rows: readonly ReviewRow[]): void {
  const client = useQueryClient();
  const keys = rows
    .slice(0, AHEAD + 1)
    .map(({ key, pages }) => `${key} ${pages.from}`)
    .join(',');
  useEffect(() => {
    void client.prefetchQuery(vocabularyQuery);
    for (const one of keys === '' ? [] : keys.split(',')) {
      const [key = '', page = '1'] = one.split(' ');
      void client.prefetchQuery({ ...documentQuery(key), staleTime: 60_000 });
      void client.prefetchQuery(pageQuery(key, Number(page)));
      new Image().src = pictureAddress(key, Number(page), '1600');
    }
  }, [client, keys]);
}

/** Whoever closes the page while answers are on their way is asked whether to. */
function useWarningOnLeaving(isOnTheWay: boolean): void {
  useEffect(() => {
    if (!isOnTheWay) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isOnTheWay]);
}
