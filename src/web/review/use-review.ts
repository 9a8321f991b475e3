import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReviewRow } from '#http/contract/review.ts';
import { documentQuery, pageQuery, pictureAddress, sendDecision, takeBack, vocabularyQuery } from '../api/document.ts';
import { failureToast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { NO, type Step, sayingsOf } from './review-steps.ts';

/** Papers that are fetched before they are asked for. */
const AHEAD = 3;

export interface Answer {
  readonly step: Step;
  readonly id: string;
}

interface Done {
  readonly row: ReviewRow;
  /** Ids of what was decided, by the paper's key at that time; empty for one that was skipped. */
  readonly decided: readonly { readonly key: string; readonly ids: readonly string[] }[];
}

export interface Review {
  readonly current: ReviewRow | undefined;
  readonly doneCount: number;
  readonly leftCount: number;
  /** How many of those done were answered, and not skipped. */
  readonly answeredCount: number;
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
  const [left, setLeft] = useState(rows);
  const [done, setDone] = useState<readonly { readonly isAnswered: boolean; readonly outcome: Promise<Done> }[]>([]);
  const client = useQueryClient();
  const [current, ...rest] = left;
  usePrefetch(left);

  const go = (row: ReviewRow, outcome: Promise<Done>, isAnswered: boolean): void => {
    setLeft(rest);
    setDone((before) => [...before, { isAnswered, outcome }]);
    outcome.then(
      () => client.invalidateQueries({ queryKey: documentQuery(row.key).queryKey, exact: true }),
      (error: unknown) => {
        // It is asked again, after the one that shows.
        failureToast(error);
        setLeft(([first, ...others]) => (first === undefined ? [row] : [first, row, ...others]));
      },
    );
  };
  return {
    current,
    doneCount: done.length,
    leftCount: left.length,
    answeredCount: done.filter(({ isAnswered }) => isAnswered).length,
    canUndo: done.length > 0,
    answer: (answers, reviewFlag) => {
      if (current !== undefined)
        go(current, send(current, answers, { flag: reviewFlag, reason: t('review.checked') }), true);
    },
    skip: () => {
      if (current !== undefined) go(current, Promise.resolve({ row: current, decided: [] }), false);
    },
    undo: () => {
      const last = done.at(-1);
      if (last === undefined) return;
      setDone(done.slice(0, -1));
      back(last.outcome).then((row) => {
        void client.invalidateQueries({ queryKey: documentQuery(row.key).queryKey });
        setLeft((before) => [row, ...before.filter(({ key }) => key !== row.key)]);
      }, failureToast);
    },
  };
}

/** Whoever answered has looked: the flag that asks for a person is dismissed. Cuts first: what was asked besides is then asked of the papers that came of it. */
async function send(
  row: ReviewRow,
  answers: readonly Answer[],
  looked: { readonly flag: string; readonly reason: string },
): Promise<Done> {
  const decided: { key: string; ids: readonly string[] }[] = [];
  const decide = async (body: Parameters<typeof sendDecision>[1]): Promise<void> => {
    const { decisionIds } = await sendDecision(row.key, body);
    decided.push({ key: row.key, ids: decisionIds });
  };
  const cuts = answers.flatMap(({ step: { page }, id }) => (page === null ? [] : [{ page, isCut: id !== NO }]));
  for (const { page, isCut } of cuts) await decide(isCut ? { cutAt: page } : { joinAt: page });
  if (!cuts.some(({ isCut }) => isCut))
    await decide({ decisions: [...sayingsOf(answers), { kind: 'dismiss', ...looked }] });
  return { row, decided };
}

async function back(outcome: Promise<Done>): Promise<ReviewRow> {
  const { row, decided } = await outcome;
  for (const { key, ids } of decided.toReversed()) await takeBack(key, ids);
  return row;
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
