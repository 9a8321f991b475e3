import type { DossierPlan, PlacedAnnex } from '#domain/dossier.ts';
import type { Bilingual } from '#domain/findings.ts';

const FR = {
  sheet: 'Annexes',
  columns: {
    annex: 'annexe',
    title: 'titre',
    type: 'type',
    date: 'date',
    issuer: 'émetteur',
    language: 'langue',
    criteria: 'critères',
    pages: 'pages',
    part: 'partie',
    page: 'page',
    file: 'fichier',
    filePages: 'pages du fichier',
    flags: 'signalements',
    remark: 'remarque',
    id: 'identifiant',
  },
  leftOut: (because: string) => `Laissé de côté : ${because}`,
  apart: (because: string) => `À joindre à part : ${because}`,
};
const EN: typeof FR = {
  sheet: 'Annexes',
  columns: {
    annex: 'annex',
    title: 'title',
    type: 'type',
    date: 'date',
    issuer: 'issuer',
    language: 'language',
    criteria: 'criteria',
    pages: 'pages',
    part: 'part',
    page: 'page',
    file: 'file',
    filePages: 'pages of the file',
    flags: 'flags',
    remark: 'remark',
    id: 'id',
  },
  leftOut: (because) => `Left out: ${because}`,
  apart: (because) => `To be joined separately: ${because}`,
};
const WORDS: Readonly<Record<keyof Bilingual, typeof FR>> = { fr: FR, en: EN };

/** A column of the list, by what stands in it. */
export type ListColumn = keyof typeof FR.columns;
const COLUMNS: readonly ListColumn[] = [
  'annex',
  'title',
  'type',
  'date',
  'issuer',
  'language',
  'criteria',
  'pages',
  'part',
  'page',
  'file',
  'filePages',
  'flags',
  'remark',
  'id',
];

/** The list of annexes as a table, for the adviser: with what is weak, and what was left out. */
export interface AnnexTable {
  readonly sheet: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The column that a heading means, in either language; undefined for none. */
export function columnNamed(heading: string): ListColumn | undefined {
  const asked = heading.normalize('NFC').trim().toLowerCase();
  return COLUMNS.find((column) => FR.columns[column] === asked || EN.columns[column] === asked);
}

/** All papers of the case, a line each: annexes in their order, then what was left out, which has no number. */
export function describeRows(plan: DossierPlan, placed: readonly PlacedAnnex[]): AnnexTable {
  const words = WORDS[plan.language];
  const annexes = placed.map((one) => rowOf(one, words));
  const leftOut = plan.leftOut.map(({ type, file, because, id }) =>
    inColumns({ title: type, type, file, id, remark: words.leftOut(because) }),
  );
  return { sheet: words.sheet, head: COLUMNS.map((column) => words.columns[column]), rows: [...annexes, ...leftOut] };
}

function rowOf({ annex, spans }: PlacedAnnex, words: typeof FR): (string | number)[] {
  const pages = spans.reduce((sum, { count }) => sum + count, 0);
  const remarks = [annex.translates ?? '', annex.apart === null ? '' : words.apart(annex.apart)];
  return inColumns({
    annex: annex.number,
    title: annex.title,
    type: annex.type,
    date: annex.date,
    issuer: annex.issuer,
    language: annex.languages.join(', '),
    criteria: annex.criteria.join(', '),
    ...(pages === 0 ? {} : { pages, part: spans.map(({ part }) => part + 1).join(', ') }),
    ...(spans[0] === undefined ? {} : { page: spans[0].page }),
    file: annex.file,
    filePages: annex.pages === null ? '' : `${annex.pages.from}–${annex.pages.to}`,
    flags: annex.flags.join(', '),
    remark: remarks.filter((remark) => remark !== '').join(' · '),
    id: annex.id,
  });
}

function inColumns(values: { readonly [Column in ListColumn]?: string | number }): (string | number)[] {
  return COLUMNS.map((column) => values[column] ?? '');
}
