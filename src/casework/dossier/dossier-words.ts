import type { Bilingual } from '#domain/findings.ts';

/** 2026-11-26 → 26/11/2026, 2026-11 → 11/2026; in English as it is. */
export function dateIn(iso: string, language: keyof Bilingual): string {
  return language === 'fr' ? iso.split('-').reverse().join('/') : iso;
}

/** What follows the number of an annex for its first, second, … translation. */
const REPEATED = ['bis', 'ter', 'quater', 'quinquies', 'sexies'];

/** "3 bis" for the first translation (0) of annex 3. */
export function repeatedNumber(number: string, index: number): string {
  return `${number} ${REPEATED[index] ?? `(${index + 2})`}`;
}

const FR = {
  heading: 'Pièces annexées à la demande',
  partHeading: (part: number, of: number) => `Partie ${part}/${of}`,
  facts: { case: 'Dossier', client: 'Demandeur', permit: 'Titre demandé', article: 'Fondement', date: 'Établi le' },
  holdsHeading: 'Ce dossier contient',
  annex: 'Annexe',
  annexes: (count: number) => `${count} annexe${count > 1 ? 's' : ''}`,
  annexRange: (numbers: string, isOne: boolean) => `${isOne ? 'annexe' : 'annexes'} ${numbers}`,
  to: 'à',
  thisPart: 'Cette partie',
  total: (parts: number): string => (parts === 1 ? 'En tout' : 'Toutes les parties'),
  pages: (count: number) => `${count} page${count > 1 ? 's' : ''}`,
  pageStamp: (page: number, of: number) => `p. ${page}/${of}`,
  cover: 'Couverture',
  list: 'Liste des annexes',
  columns: { number: 'N°', title: 'Pièce', date: 'Date', pages: 'Pages', at: 'Page' },
  byCriterion: 'Par critère',
  noDate: 'sans date',
  translation: 'traduction',
  translationOf: (number: string) => `traduction de l’annexe ${number}`,
  inLanguage: (names: string) => `en ${names}`,
  inPart: (part: number, page: number) => `partie ${part}, p. ${page}`,
  onPage: (page: number) => `p. ${page}`,
  apart: 'à joindre à part',
  apartHeading: 'À joindre à part',
  /** For the adviser only. */
  unreadFile: (file: string) => `Fichier « ${file} »`,
  copyOf: (file: string) => `Copie de « ${file} », qui est meilleure ou est arrivée avant.`,
  notOrdered: 'N’est pas dans l’ordre demandé.',
  noPaper: 'Ce fichier ne contient aucune pièce.',
};

const EN: typeof FR = {
  heading: 'Papers annexed to the application',
  partHeading: (part, of) => `Part ${part}/${of}`,
  facts: { case: 'Case', client: 'Applicant', permit: 'Permit asked for', article: 'Legal basis', date: 'Made on' },
  holdsHeading: 'What it holds',
  annex: 'Annex',
  annexes: (count) => `${count} annex${count === 1 ? '' : 'es'}`,
  annexRange: (numbers, isOne) => `${isOne ? 'annex' : 'annexes'} ${numbers}`,
  to: 'to',
  thisPart: 'This part',
  total: (parts) => (parts === 1 ? 'In all' : 'All parts'),
  pages: (count) => `${count} page${count === 1 ? '' : 's'}`,
  pageStamp: (page, of) => `p. ${page}/${of}`,
  cover: 'Cover',
  list: 'List of annexes',
  columns: { number: 'No.', title: 'Paper', date: 'Date', pages: 'Pages', at: 'Page' },
  byCriterion: 'By criterion',
  noDate: 'no date',
  translation: 'translation',
  translationOf: (number) => `translation of annex ${number}`,
  inLanguage: (names) => `in ${names}`,
  inPart: (part, page) => `part ${part}, p. ${page}`,
  onPage: (page) => `p. ${page}`,
  apart: 'joined separately',
  apartHeading: 'Joined separately',
  unreadFile: (file) => `File “${file}”`,
  copyOf: (file) => `A copy of “${file}”, which is better or came before.`,
  notOrdered: 'Not in the order that was asked for.',
  noPaper: 'This file holds no paper.',
};

/** The dossier's own words. */
export const DOSSIER_WORDS: Readonly<Record<keyof Bilingual, typeof FR>> = { fr: FR, en: EN };
export type DossierWords = typeof FR;
