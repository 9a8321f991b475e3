import type { DocumentView } from '#http/contract/documents.ts';

/** What is asked about a paper, one after the other, and how it was answered: an id of its choices. */
export interface Step {
  readonly kind: 'cut' | 'type' | 'date' | 'language' | 'look';
  /** Of a cut: where another paper may begin. */
  readonly page: number | null;
}

/** What to ask: a page that could not be read is looked at. */
export function stepsOf({ questions }: Pick<DocumentView, 'questions'>): Step[] {
  const steps = questions.map((question): Step => {
    if (question.kind === 'cut') return { kind: 'cut', page: question.page };
    return { kind: question.kind === 'unread' ? 'look' : question.kind, page: null };
  });
  const looks = steps.filter(({ kind }) => kind === 'look');
  const others = steps.filter(({ kind }) => kind !== 'look');
  return others.length > 0 ? others : looks.slice(0, 1);
}

/** Stands for "it has none" among dates. */
export const NONE = '';
export const YES = 'yes';
export const NO = 'no';

type Sayings = { kind: 'correct'; field: 'type' | 'issueDate' | 'language'; value: string | null }[];

/** What the answers say of the paper; cuts are sent apart. */
export function sayingsOf(answers: readonly { readonly step: Step; readonly id: string }[]): Sayings {
  return answers.flatMap(({ step: { kind }, id }): Sayings => {
    if (kind === 'type') return [{ kind: 'correct', field: 'type', value: id }];
    if (kind === 'date') return [{ kind: 'correct', field: 'issueDate', value: id === NONE ? null : id }];
    return kind === 'language' ? [{ kind: 'correct', field: 'language', value: id }] : [];
  });
}
