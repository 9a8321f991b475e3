import type { Presence } from '#domain/case-judgement.ts';

type State = Presence['months'][number]['state'];

/** What the picture of presence says. Letters stand in the cells, so that colour alone means nothing. */
export const PICTURE_WORDS = {
  fr: {
    title: 'Présence en France, mois par mois',
    nothing: 'Aucune date d’entrée ni preuve de présence : rien à montrer.',
    initials: ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'],
    letters: { proven: 'P', thin: 'F', empty: '–' } satisfies Record<State, string>,
    states: { proven: 'prouvé', thin: 'faiblement', empty: 'sans document' } satisfies Record<State, string>,
    year: (year: string, proven: number, thin: number, empty: number) =>
      `${year} : ${proven} prouvés, ${thin} faiblement, ${empty} sans document.`,
    cell: (month: string, state: string, papers: number) =>
      papers === 0 ? `${month} : ${state}` : `${month} : ${state} (${papers} document${papers > 1 ? 's' : ''})`,
    counts: 'prouvés',
  },
  en: {
    title: 'Presence in France, month by month',
    nothing: 'No date of entry and no proof of presence: nothing to show.',
    initials: ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'],
    letters: { proven: 'P', thin: 'T', empty: '–' } satisfies Record<State, string>,
    states: { proven: 'proven', thin: 'thin', empty: 'no paper' } satisfies Record<State, string>,
    year: (year: string, proven: number, thin: number, empty: number) =>
      `${year}: ${proven} proven, ${thin} thin, ${empty} without a paper.`,
    cell: (month: string, state: string, papers: number) =>
      papers === 0 ? `${month}: ${state}` : `${month}: ${state} (${papers} paper${papers > 1 ? 's' : ''})`,
    counts: 'proven',
  },
} as const;
