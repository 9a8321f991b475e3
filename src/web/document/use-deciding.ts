import { useNavigate } from '@tanstack/react-router';
import type { DocumentView } from '#http/contract/documents.ts';
import { type DecideBody, useDecisions } from '../api/document.ts';
import { failureToast, undoToast } from '../parts/toasts.tsx';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';

type Saying = Extract<DecideBody, { decisions: unknown }>['decisions'][number];

export interface Deciding {
  readonly isBusy: boolean;
  /** `said`: what was done, in words. */
  say(saying: Saying, said: string): void;
  cutOrJoin(body: Extract<DecideBody, { cutAt: number } | { joinAt: number }>): void;
  takeBack(decisionId: string): void;
}

/** Decisions about the paper that is shown: done at once, told, and undone by one click or `u`. */
export function useDeciding(view: DocumentView): Deciding {
  const { t } = useWords();
  const navigate = useNavigate();
  const { decide, undo } = useDecisions(view.key);
  const show = (key: string): void => {
    if (key !== view.key) void navigate({ to: '/documents/$documentId', params: { documentId: key }, replace: true });
  };
  const takeBack = async (ids: readonly string[]): Promise<void> => show((await undo.mutateAsync(ids)).key);
  const send = (body: DecideBody, said: string): void =>
    decide.mutate(body, {
      onSuccess: ({ decisionIds, document }) => {
        show(document.key);
        undoToast(said, () => takeBack(decisionIds));
      },
      onError: failureToast,
    });
  return {
    isBusy: decide.isPending || undo.isPending,
    say: (saying, said) => send({ decisions: [saying] }, said),
    cutOrJoin: (body) => send(body, 'cutAt' in body ? t('document.wasCut') : t('document.wasJoined')),
    takeBack: (id) => void takeBack([id]).catch(failureToast),
  };
}

/** `u` takes back what was decided last about the paper, whoever decided it. */
export function useUndoLast(view: DocumentView, { takeBack }: Pick<Deciding, 'takeBack'>): void {
  const { t } = useWords();
  const last = view.decisions.toSorted((one, other) => Number(one.id) - Number(other.id)).at(-1);
  useShortcut(last === undefined ? null : { keys: 'u', what: t('document.keys.undo') }, () => {
    if (last !== undefined) takeBack(last.id);
  });
}
