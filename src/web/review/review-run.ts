import type { ReviewRow } from '#http/contract/review.ts';

/** A paper that was gone past, answered or not. */
export interface Passed {
  readonly row: ReviewRow;
  /** Answered, and not skipped. */
  readonly isAnswered: boolean;
  /** Its answers are on their way to the server. */
  readonly isSending: boolean;
}

/** Where one is in working through papers. */
export interface ReviewRun {
  /** Still to look at, the one that shows first. */
  readonly left: readonly ReviewRow[];
  readonly passed: readonly Passed[];
  /** Papers that one goes back to: what was decided about them is being taken back. */
  readonly returning: readonly ReviewRow[];
}

/** What happens to one paper. */
export interface ReviewEvent {
  readonly row: ReviewRow;
  /**
   * `answered`, `skipped`: gone past; `sent`, `unsent`: its answers arrived, or did not and are asked for again; `undoing`, `undone`, `kept`: one goes back
   * to it, is back, or could not.
   */
  readonly kind: 'answered' | 'skipped' | 'sent' | 'unsent' | 'undoing' | 'undone' | 'kept';
}

/** A run at its start. */
export function startOf(rows: readonly ReviewRow[]): ReviewRun {
  return { left: rows, passed: [], returning: [] };
}

/** What a run is after an event. Each paper is in one place at any time: to look at, gone past, or on its way back. */
export function afterEvent(run: ReviewRun, { row, kind }: ReviewEvent): ReviewRun {
  const left = run.left.filter(({ key }) => key !== row.key);
  const passed = run.passed.filter((one) => one.row.key !== row.key);
  const returning = run.returning.filter(({ key }) => key !== row.key);
  switch (kind) {
    case 'answered':
    case 'skipped': {
      const isAnswered = kind === 'answered';
      return { left, passed: [...passed, { row, isAnswered, isSending: isAnswered }], returning };
    }
    case 'sent':
      return {
        ...run,
        passed: run.passed.map((one) => (one.row.key === row.key ? { ...one, isSending: false } : one)),
      };
    case 'unsent': {
      // Asked again after the one that shows, which somebody may be answering.
      const [first, ...others] = left;
      return { left: first === undefined ? [row] : [first, row, ...others], passed, returning };
    }
    case 'undoing':
      return { left, passed, returning: [...returning, row] };
    case 'undone':
      return { left: [row, ...left], passed, returning };
    case 'kept':
      return { left, passed: [...passed, { row, isAnswered: true, isSending: false }], returning };
  }
}

/** True while the server has not said yet whether all holds: the run may go on although no paper shows. */
export function isWaiting({ passed, returning }: ReviewRun): boolean {
  return returning.length > 0 || passed.some(({ isSending }) => isSending);
}
