import { distance } from 'fastest-levenshtein';
import type { CasePaper } from '#domain/case-paper.ts';

/** A line of an order that a person wrote. */
export interface OrderLine {
  /** Of the file, from 1. */
  readonly line: number;
  /** Id of a paper (or its first letters), or the name of its file. */
  readonly names: string;
  /** Name of the file, where the line has both: copies have the same id. */
  readonly file: string | null;
  /** A title of the person's own; null for none. */
  readonly title: string | null;
  /** False for a line that only says that the paper is no annex. */
  readonly isAnnex: boolean;
}

/** A line that names no paper of the case, or several at once. */
export interface OrderProblem {
  readonly line: number;
  readonly names: string;
  readonly problem: 'unknown' | 'ambiguous';
  /** What was meant, perhaps. */
  readonly nearest: string | null;
}

/** The order that a person set. */
export interface PaperOrder {
  readonly papers: readonly { readonly paper: string; readonly title: string | null }[];
  /** Papers that a line says are no annexes. */
  readonly refused: readonly string[];
  /** Papers that are not named are left out; otherwise they follow. */
  readonly isOnly: boolean;
}

/** Letters of an id that are enough to mean it. */
const LEAST_LETTERS = 4;
/** A name that differs in more than this share of its letters was not meant. */
const FAR = 0.5;

/**
 * The papers that the lines of an order name. The name of a file means all papers in it, in their order. A paper that is named twice stands where it was
 * named first.
 */
export function matchOrder(
  lines: readonly OrderLine[],
  papers: readonly CasePaper[],
  isOnly: boolean,
): { readonly order: PaperOrder; readonly problems: readonly OrderProblem[] } {
  const named = lines.map((line) => ({ line, found: papersNamed(line, papers) }));
  const ordered = new Map<string, string | null>();
  for (const { line, found } of named)
    for (const { key } of line.isAnnex ? found : [])
      if (!ordered.has(key)) ordered.set(key, found.length === 1 ? line.title : null);
  const refused = named.flatMap(({ line, found }) => (line.isAnnex ? [] : found.map(({ key }) => key)));
  const order: PaperOrder = {
    papers: [...ordered].map(([paper, title]) => ({ paper, title })),
    refused: refused.filter((key) => !ordered.has(key)),
    isOnly,
  };
  const lost = named.filter(({ found }) => found.length === 0);
  return { order, problems: lost.map(({ line }) => problemOf(line, papers)) };
}

function problemOf({ line, names }: OrderLine, papers: readonly CasePaper[]): OrderProblem {
  const several = withoutCopies(startingWith(folded(names), papers), null);
  if (several.length > 1)
    return { line, names, problem: 'ambiguous', nearest: several.map(({ record }) => record.id).join(', ') };
  return { line, names, problem: 'unknown', nearest: nearestName(folded(names), papers) };
}

function papersNamed({ names, file }: OrderLine, papers: readonly CasePaper[]): readonly CasePaper[] {
  const asked = folded(names);
  const byId = withoutCopies(startingWith(asked, papers), file);
  if (byId.length === 1) return byId;
  const ways: ((paper: CasePaper) => boolean)[] = [
    ({ record }) => folded(record.file) === asked,
    ({ record }) => folded(baseName(record.file)) === asked,
  ];
  for (const isMeant of ways) {
    const found = papers.filter(isMeant);
    if (found.length > 0) return found;
  }
  return [];
}

/** Of papers that have the same bytes, the one whose file is named, else the one that came first. */
function withoutCopies(found: readonly CasePaper[], file: string | null): readonly CasePaper[] {
  const named = found.filter(({ record }) => file !== null && folded(record.file) === folded(file));
  if (named.length === 1) return named;
  return found.filter(({ record }, index) => found.findIndex((one) => one.record.id === record.id) === index);
}

function startingWith(asked: string, papers: readonly CasePaper[]): readonly CasePaper[] {
  return asked.length < LEAST_LETTERS ? [] : papers.filter(({ record }) => record.id.startsWith(asked));
}

function nearestName(asked: string, papers: readonly CasePaper[]): string | null {
  const names = papers.flatMap(({ record }) => [record.id, record.file, baseName(record.file)]);
  const near = names
    .map((name) => ({ name, share: distance(asked, folded(name)) / Math.max(asked.length, name.length, 1) }))
    .filter(({ share }) => share <= FAR);
  return near.toSorted((a, b) => a.share - b.share)[0]?.name ?? null;
}

/** Spelled in one way, whatever system wrote the name. */
function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
