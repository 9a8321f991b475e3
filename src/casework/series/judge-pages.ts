import type { SeriesRules } from '#definitions/casework/series.schema.ts';
import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { readingOf } from '../paper-reading.ts';
import { findingOf, type SeriesContext } from './series-context.ts';

/** A paper that announces more pages than it has. */
interface PartialPaper {
  readonly paper: CasePaper;
  /** Printed numbers of its pages. */
  readonly numbers: ReadonlySet<number>;
  readonly total: number;
}

/** Pages of one paper that lie in several files, and pages that are nowhere. */
export function judgePages(rules: SeriesRules['pages'], context: SeriesContext): CrossFinding[] {
  const expressions = context.rules.pipeline.flags.pageNumbers.map((pattern) => new RegExp(pattern, 'u'));
  const partial = context.papers.flatMap((paper) => partialPaper(paper, expressions) ?? []);
  return groupPages(partial, rules.near).map((group) => {
    const [first] = group;
    const total = first?.total ?? 0;
    const have = new Set(group.flatMap(({ numbers }) => [...numbers]));
    const missing = Array.from({ length: total }, (_none, at) => at + 1).filter((number) => !have.has(number));
    const papers = group.map(({ paper }) => paper);
    const listed = context.relations.names.list(papers.map(nameWithFile(context)));
    const says = missing.length === 0 ? rules.apart : rules.absent;
    const values = { papers: listed, paper: listed, total, pages: context.relations.names.list(missing.map(String)) };
    const rule = missing.length === 0 ? 'pages-apart' : 'pages-absent';
    return findingOf({ kind: 'pages', rule }, says, { values, papers });
  });
}

/** Parts of one paper are called alike: the file tells which. */
function nameWithFile({ relations }: SeriesContext) {
  return (paper: CasePaper) => {
    const name = relations.names.of(paper);
    const file = paper.record.file.split('/').at(-1) ?? paper.record.file;
    return { fr: `${name.fr} (${file})`, en: `${name.en} (${file})` };
  };
}

const MOST_PAGES = 200;

function partialPaper(paper: CasePaper, expressions: readonly RegExp[]): PartialPaper | undefined {
  const numbers = new Set<number>();
  let total = 0;
  for (const line of readingOf(paper).lines) {
    if (!HAS_PAIR.test(line)) continue;
    const [at, of] = pageNumber(line, expressions);
    if (at < 1 || at > of || of >= MOST_PAGES) continue;
    numbers.add(at);
    total = Math.max(total, of);
  }
  const { pages } = paper.record;
  const count = pages === null ? 0 : pages.to - pages.from + 1;
  // Numbers that were not read are not missing pages.
  return total > count && numbers.size > 0 && numbers.size >= count ? { paper, numbers, total } : undefined;
}

/** Two numbers at least: most lines have not. */
const HAS_PAIR = /\d\D+\d/;

function pageNumber(line: string, expressions: readonly RegExp[]): [number, number] {
  for (const expression of expressions) {
    const match = expression.exec(line);
    if (match !== null) return [Number(match[1]), Number(match[2])];
  }
  return [0, 0];
}

/** Parts that fit together: as many pages announced, no page twice, of one type (or of none known), received one after the other. */
function groupPages(partial: readonly PartialPaper[], near: number): PartialPaper[][] {
  const groups: PartialPaper[][] = [];
  for (const one of partial) {
    const group = groups.find((members) => members.every((other) => fits(one, other, near)));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups.map((group) => group.sort((a, b) => Math.min(...a.numbers) - Math.min(...b.numbers)));
}

function fits(one: PartialPaper, other: PartialPaper, near: number): boolean {
  const [type, otherType] = [one.paper.record.type, other.paper.record.type];
  const isOneType = type?.id === otherType?.id || Math.min(type?.confidence ?? 0, otherType?.confidence ?? 0) < SURE;
  const isNear = Math.abs(one.paper.position - other.paper.position) <= near;
  return one.total === other.total && one.numbers.isDisjointFrom(other.numbers) && isOneType && isNear;
}

/** Inner pages have no heading to be recognised by. */
const SURE = 0.8;
