import type {
  Annex,
  Bookmark,
  CoverContent,
  DossierPlan,
  LabelledLine,
  ListContent,
  ListRow,
  PartFront,
  PlacedAnnex,
} from '#domain/dossier.ts';
import { DOSSIER_WORDS, type DossierWords, dateIn } from './dossier-words.ts';
import { rangesOf } from './ranges-of.ts';

/** The finished dossier: what came where. */
export interface DossierPlace {
  readonly plan: DossierPlan;
  readonly placed: readonly PlacedAnnex[];
  readonly parts: number;
  /** Pages of all parts together, covers and lists included. */
  readonly pages: number;
}

/**
 * Cover, list and bookmarks of a part (from 0). The first part lists all annexes, the others their own. Nothing is said but what the plan holds; what is weak
 * about a paper, and what is left out, is nobody's business but the adviser's.
 */
export function describeFront(place: DossierPlace, part: number): PartFront {
  const own = place.placed.filter(({ spans }) => spans.some((span) => span.part === part));
  const listed = part === 0 ? place.placed : own;
  return {
    cover: describeCover(place, part, own),
    list: describeList(place, listed, part),
    bookmarks: describeBookmarks(place, own),
  };
}

function describeCover(
  { plan, placed, parts, pages }: DossierPlace,
  part: number,
  own: readonly PlacedAnnex[],
): CoverContent {
  const words = DOSSIER_WORDS[plan.language];
  const { facts } = words;
  const lines: readonly (readonly [string, string | null])[] = [
    [facts.case, plan.case],
    [facts.client, plan.client],
    [facts.permit, plan.permit],
    [facts.article, plan.article],
    [facts.date, dateIn(plan.asOf, plan.language)],
  ];
  const held = parts === 1 ? placed : own;
  return {
    heading: words.heading,
    facts: lines.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }])),
    holdsHeading: words.holdsHeading,
    holds: [
      ...holdings(held, plan),
      ...(parts === 1 ? [] : [{ label: words.thisPart, value: numbersOf(own, words) }]),
      { label: words.total(parts), value: totalOf(placed, pages, words) },
    ],
    part: parts === 1 ? '' : words.partHeading(part + 1, parts),
  };
}

/** A line a heading (a line a criterion where a person set the order): which annexes. */
function holdings(held: readonly PlacedAnnex[], { language }: DossierPlan): LabelledLine[] {
  const words = DOSSIER_WORDS[language];
  const byLabel = new Map<string, PlacedAnnex[]>();
  for (const one of held)
    for (const label of one.annex.group === null ? one.annex.criteria : [one.annex.group])
      byLabel.set(label, [...(byLabel.get(label) ?? []), one]);
  return [...byLabel].map(([label, annexes]) => ({ label, value: numbersOf(annexes, words) }));
}

/** "annexes 4 à 7"; "2 pages" for papers that have no number. */
function numbersOf(placed: readonly PlacedAnnex[], words: DossierWords): string {
  const numbers = placed.flatMap(({ annex }) => (isNumbered(annex) ? [Number.parseInt(annex.number, 10)] : []));
  if (numbers.length === 0) return words.pages(placed.reduce((sum, one) => sum + pagesOf(one), 0));
  return words.annexRange(rangesOf(numbers, words.to), new Set(numbers).size === 1);
}

function isNumbered({ name, number }: Annex): boolean {
  return name !== number;
}

function pagesOf({ spans }: PlacedAnnex): number {
  return spans.reduce((sum, { count }) => sum + count, 0);
}

function totalOf(placed: readonly PlacedAnnex[], pages: number, words: DossierWords): string {
  const count = placed.filter(({ annex }) => isNumbered(annex) && annex.translates === null).length;
  return `${words.annexes(count)}, ${words.pages(pages)}`;
}

function describeList(place: DossierPlace, listed: readonly PlacedAnnex[], part: number): ListContent {
  const words = DOSSIER_WORDS[place.plan.language];
  const groups: { label: string | null; rows: ListRow[] }[] = [];
  for (const one of listed) {
    const last = groups.at(-1);
    const row = describeRow(one, place, part);
    if (last !== undefined && last.label === one.annex.group) last.rows.push(row);
    else groups.push({ label: one.annex.group, rows: [row] });
  }
  return { heading: words.list, columns: words.columns, groups };
}

function describeRow(one: PlacedAnnex, { plan, parts }: DossierPlace, part: number): ListRow {
  const { annex, spans } = one;
  const words = DOSSIER_WORDS[plan.language];
  const first = spans.find((span) => span.part === part) ?? spans[0];
  const details = [
    annex.translates ?? '',
    annex.issuer,
    annex.languages.length === 0 ? '' : words.inLanguage(annex.languages.join(', ')),
  ];
  const at = first === undefined ? words.apart : placeOf(first, parts, words);
  return {
    paper: annex.paper,
    number: annex.number,
    title: annex.title,
    details: details.filter((detail) => detail !== ''),
    date: dateOf(annex, plan.language),
    pages: first === undefined ? '' : String(pagesOf(one)),
    at,
  };
}

function placeOf({ part, page }: PlacedAnnex['spans'][number], parts: number, words: DossierWords): string {
  return parts === 1 ? words.onPage(page) : words.inPart(part + 1, page);
}

function describeBookmarks({ plan }: DossierPlace, own: readonly PlacedAnnex[]): Bookmark[] {
  const words = DOSSIER_WORDS[plan.language];
  const bookmark = ({ annex }: PlacedAnnex): Bookmark => ({
    title: bookmarkTitle(annex, plan.language),
    to: { paper: annex.paper },
    inside: [],
  });
  const isOrdered = own.some(({ annex }) => annex.group === null);
  const listed = isOrdered ? own.map(bookmark) : byLabel(own, ({ group }) => (group === null ? [] : [group]), bookmark);
  const index = byLabel(own, ({ criteria }) => criteria, bookmark);
  return [
    { title: words.cover, to: 'cover', inside: [] },
    { title: words.list, to: 'list', inside: [] },
    ...listed,
    ...(isOrdered && index.length > 0 ? [{ title: words.byCriterion, to: null, inside: index }] : []),
  ];
}

function byLabel(
  placed: readonly PlacedAnnex[],
  labelsOf: (annex: Annex) => readonly string[],
  bookmark: (one: PlacedAnnex) => Bookmark,
): Bookmark[] {
  const found = new Map<string, Bookmark[]>();
  for (const one of placed)
    for (const label of labelsOf(one.annex)) found.set(label, [...(found.get(label) ?? []), bookmark(one)]);
  return [...found].map(([title, inside]) => ({ title, to: inside[0]?.to ?? null, inside }));
}

function bookmarkTitle({ name, title, date }: Annex, language: DossierPlan['language']): string {
  const dated = date === '' ? title : `${title}, ${dateIn(date, language)}`;
  return name === title ? dated : `${name} – ${dated}`;
}

/** Nothing is known of a file that could not be read. */
function dateOf({ date, type }: Annex, language: DossierPlan['language']): string {
  if (type === '') return '';
  return date === '' ? DOSSIER_WORDS[language].noDate : dateIn(date, language);
}
