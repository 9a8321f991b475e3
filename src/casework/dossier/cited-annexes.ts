import { wordPattern } from '#definitions/casework/pattern.ts';
import type { StatementRules } from '#definitions/casework/statement.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { phraseFinder, readingOf } from '../paper-reading.ts';
import { type AnnexReference, createAnnexFinder } from '../series/statement/annex-references.ts';
import { annexesOfPapers } from '../series/statement/annexes-of-papers.ts';

/** The annexes as the personal statement numbers them. */
export interface CitedAnnexes {
  /** The statement itself. */
  readonly statement: string;
  /** Key of a paper → its number; one number may mean several papers. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The highest number that is cited, whether its paper was found or not. */
  readonly last: number;
}

/** What references are read with. */
export interface CitationRules {
  readonly statement: Pick<StatementRules, 'types' | 'annexes'>;
  readonly typeWords: Readonly<Record<string, readonly string[]>>;
}

/**
 * Which annex has which number in the personal statement: by the number that a paper bears, by its type (where one paper only is of it), else by words that stand
 * in one paper only. Undefined when there is no one statement, or it cites none of these papers.
 */
export function citedAnnexes(papers: readonly CasePaper[], rules: CitationRules): CitedAnnexes | undefined {
  const [statement, ...more] = papers.filter(({ record }) => rules.statement.types.includes(record.type?.id ?? ''));
  if (statement === undefined || more.length > 0) return undefined;
  const find = createAnnexFinder(rules.statement.annexes);
  const references = find(readingOf(statement).text);
  const left = new Set(papers.filter((paper) => paper !== statement));
  const numbers = new Map<string, number>();
  const take = (number: number, found: readonly CasePaper[]): boolean => {
    const [paper, ...others] = found;
    if (paper === undefined || others.length > 0) return false;
    left.delete(paper);
    numbers.set(paper.key, number);
    return true;
  };
  for (const [number, bearers] of annexesOfPapers([...left], find)) take(number, bearers);
  const isOpen = ({ numbers: [number] }: AnnexReference): boolean => ![...numbers.values()].includes(number ?? 0);
  const single = references.filter((reference) => reference.numbers.length === 1 && isOpen(reference));
  const typesIn = createTypeFinder(rules);
  takeByType(single, { left, take, typesIn }, rules);
  // One that says what it is, and is not there, is not there.
  for (const reference of single.filter((one) => isOpen(one) && typesIn(one).length === 0))
    take(reference.numbers[0] ?? 0, byWords(reference, [...left]));
  takeByType(single.filter(isOpen), { left, take, typesIn }, rules);
  if (numbers.size === 0) return undefined;
  return { statement: statement.key, numbers, last: Math.max(...references.flatMap((one) => one.numbers)) };
}

interface Taking {
  readonly left: ReadonlySet<CasePaper>;
  typesIn(reference: AnnexReference): readonly string[];
  /** Gives the number to the paper, if it is one. */
  take(number: number, found: readonly CasePaper[]): boolean;
}

/** The types by which a reference calls its annex; what stands before it counts only where it does not say itself. */
function createTypeFinder({ typeWords }: CitationRules): Taking['typesIn'] {
  const types = Object.entries(typeWords).map(([type, words]) => ({ type, isIn: phraseFinder(words) }));
  const typesOf = (text: string): string[] => types.filter(({ isIn }) => isIn(text)).map(({ type }) => type);
  return ({ about, before }) => {
    const named = typesOf(about);
    return named.length > 0 ? named : typesOf(before);
  };
}

/** As long as one paper is found, others may come to be the only ones of their type. */
function takeByType(
  references: readonly AnnexReference[],
  { left, take, typesIn }: Taking,
  { statement: { annexes } }: CitationRules,
): void {
  const authors = annexes.authors.map((words) => words.map(wordPattern));
  const wanted = references.flatMap((reference) => {
    const [number = 0] = reference.numbers;
    const author = authors.filter((patterns) => patterns.some((pattern) => pattern.test(reference.about)));
    return typesIn(reference).map((type) => ({ number, type, author: author.length === 1 ? (author[0] ?? []) : [] }));
  });
  const done = new Set<(typeof wanted)[number]>();
  let before = -1;
  while (done.size > before) {
    before = done.size;
    for (const one of wanted) {
      const found = [...left].filter((paper) => paper.record.type?.id === one.type && isBy(paper, one.author));
      if (!done.has(one) && take(one.number, found)) done.add(one);
    }
  }
}

function isBy(paper: CasePaper, author: readonly RegExp[]): boolean {
  return author.length === 0 || author.some((pattern) => pattern.test(readingOf(paper).text));
}

/** Shorter words say nothing of a paper. */
const LEAST = 6;

/** The paper that has most of the words that no other has. */
function byWords({ about, before }: AnnexReference, papers: readonly CasePaper[]): CasePaper[] {
  const votes = new Map<CasePaper, number>();
  for (const word of new Set(`${before} ${about}`.match(/\p{L}+/gu))) {
    if (word.length < LEAST) continue;
    const holders = papers.filter((paper) => readingOf(paper).words.includes(word));
    const [holder] = holders;
    if (holder !== undefined && holders.length === 1) votes.set(holder, (votes.get(holder) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  const best = [...votes].filter(([, count]) => count === most).map(([paper]) => paper);
  return best.length === 1 ? best : [];
}
