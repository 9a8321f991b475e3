import { wordPattern } from '#definitions/casework/pattern.ts';
import type { StatementRules } from '#definitions/casework/statement.schema.ts';
import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { phraseFinder, readingOf } from '../../paper-reading.ts';
import { findingOf, type SeriesContext } from '../series-context.ts';
import { createAnnexFinder } from './annex-references.ts';
import { annexesOfPapers } from './annexes-of-papers.ts';

/** The annexes a statement cites, and those that papers say they are. */
interface Annexes {
  /** Number → types by which the statement calls it. */
  readonly cited: ReadonlyMap<number, ReadonlySet<string>>;
  /** Number → what stands in papers of the author whom the statement names. */
  readonly authors: ReadonlyMap<number, Author>;
  readonly numbered: ReadonlyMap<number, readonly CasePaper[]>;
  /** Papers that may be annexes. */
  readonly papers: readonly CasePaper[];
  readonly say: Say;
}

/** Whether a statement refers to annexes by number, and whether they are there. */
export function judgeAnnexes(statement: CasePaper, rules: StatementRules, context: SeriesContext): CrossFinding[] {
  const find = createAnnexFinder(rules.annexes);
  const { text } = readingOf(statement);
  const papers = context.papers.filter(({ record }) => !rules.annexes.notAnnexes.includes(record.type?.id ?? ''));
  const annexes: Annexes = {
    cited: citedAnnexes(find(text), context),
    authors: citedAuthors(find(text), rules.annexes.authors),
    numbered: annexesOfPapers(papers, find),
    papers,
    say: sayer(statement, rules, context),
  };
  const loose = rules.annexes.unnumbered.flatMap((pattern) => new RegExp(pattern, 'u').exec(text)?.[0] ?? []);
  if (annexes.cited.size > 0)
    return [...gap(annexes, context), ...absent(annexes, context), ...uncited(annexes, context)];
  const [words] = loose;
  return [words === undefined ? annexes.say('noAnnexes', {}) : annexes.say('unnumbered', { words })];
}

type Says = 'noAnnexes' | 'unnumbered' | 'gap' | 'absent' | 'uncited';
const RULES = {
  noAnnexes: 'no-annexes',
  unnumbered: 'annexes-unnumbered',
  gap: 'annexes-gap',
  absent: 'annexes-absent',
  uncited: 'annexes-uncited',
} as const satisfies Record<Says, string>;

/** A finding about the statement, and about `more` papers. */
type Say = (says: Says, values: Parameters<typeof findingOf>[2]['values'], more?: readonly CasePaper[]) => CrossFinding;

function sayer(statement: CasePaper, rules: StatementRules, { relations }: SeriesContext): Say {
  return (says, values, more = []) =>
    findingOf({ kind: 'statement', rule: RULES[says] }, rules[says], {
      values: { paper: relations.names.of(statement), ...values },
      papers: [statement, ...more],
    });
}

function citedAnnexes(
  references: ReturnType<ReturnType<typeof createAnnexFinder>>,
  { rules }: SeriesContext,
): Map<number, Set<string>> {
  const types = Object.entries(rules.casework.papers?.typeWords ?? {}).map(([type, words]) => ({
    type,
    isIn: phraseFinder(words),
  }));
  const cited = new Map<number, Set<string>>();
  for (const { numbers, about } of references) {
    const named = types.filter(({ isIn }) => isIn(about)).map(({ type }) => type);
    for (const number of numbers) cited.set(number, new Set([...(cited.get(number) ?? []), ...named]));
  }
  return cited;
}

/** Whether an author is named in a folded text. */
type Author = (text: string) => boolean;

/** Of annexes that are called by one author only: who that is. */
function citedAuthors(
  references: ReturnType<ReturnType<typeof createAnnexFinder>>,
  authors: StatementRules['annexes']['authors'],
): Map<number, Author> {
  const known = authors.map((words): Author => {
    const patterns = words.map(wordPattern);
    return (text) => patterns.some((pattern) => pattern.test(text));
  });
  const cited = new Map<number, Author>();
  for (const { numbers, about } of references) {
    const [author, ...more] = known.filter((isNamed) => isNamed(about));
    const [number, ...others] = numbers;
    if (author !== undefined && number !== undefined && more.length + others.length === 0) cited.set(number, author);
  }
  return cited;
}

function gap({ cited, say }: Annexes, { relations }: SeriesContext): CrossFinding[] {
  const last = Math.max(...cited.keys());
  const skipped = Array.from({ length: last }, (_none, at) => at + 1).filter((number) => !cited.has(number));
  if (skipped.length === 0) return [];
  return [say('gap', { numbers: relations.names.list(skipped.map(String)) })];
}

/** By number where papers bear numbers, else by what the statement calls them; one that it does not describe can't be told. */
function absent({ cited, authors, numbered, papers, say }: Annexes, context: SeriesContext): CrossFinding[] {
  const isThere = (number: number, named: ReadonlySet<string>): boolean => {
    const isBy = authors.get(number) ?? (() => true);
    const isCalled = ({ record }: CasePaper): boolean => named.size === 0 || named.has(record.type?.id ?? '');
    return papers.some((paper) => isCalled(paper) && isBy(readingOf(paper).text));
  };
  const missing = [...cited]
    .filter(([number, named]) => {
      if (numbered.has(number)) return false;
      return named.size > 0 || authors.has(number) ? !isThere(number, named) : numbered.size > 0;
    })
    .sort(([one], [other]) => one - other);
  if (missing.length === 0) return [];
  const listed = missing.map(([number, named]) => {
    const label = context.rules.pipeline.documentTypes[[...named][0] ?? '']?.label;
    return {
      fr: `${number}${label === undefined ? '' : ` (${label.fr})`}`,
      en: `${number}${label === undefined ? '' : ` (${label.en})`}`,
    };
  });
  return [say('absent', { annexes: context.relations.names.list(listed) })];
}

/** Papers that carry weight and to which nothing refers, by number or by type. */
function uncited({ cited, numbered, papers, say }: Annexes, context: SeriesContext): CrossFinding[] {
  const named = new Set([...cited.values()].flatMap((types) => [...types]));
  const numbers = new Map([...numbered].flatMap(([number, bearers]) => bearers.map((paper) => [paper.key, number])));
  const weighty = new Set(
    context.rules.pipeline.evidenceTable.criteria.flatMap(({ evidence }) => Object.keys(evidence)),
  );
  // A reference that does not say what it is may be to any paper.
  const isAllDescribed = [...cited].every(([number, types]) => types.size > 0 || numbered.has(number));
  const left = papers.filter(({ key, record }) => {
    const number = numbers.get(key);
    if (number !== undefined) return !cited.has(number);
    const type = record.type?.id ?? '';
    return isAllDescribed && weighty.has(type) && !named.has(type);
  });
  if (left.length === 0) return [];
  const listed = context.relations.names.list(left.map((paper) => context.relations.names.of(paper)));
  return [say('uncited', { papers: listed }, left)];
}
