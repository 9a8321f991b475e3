import type { ContradictionOf } from '#definitions/casework/contradictions.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { foldText } from '#text/fold-text.ts';
import { readingOf } from '../../paper-reading.ts';
import type { Said } from './said.ts';

/** What each paper says in its words; a paper that says several things lists choices, or tells of several people, and is passed over. */
export function readValues(papers: readonly CasePaper[], check: ContradictionOf<'values'>): Said[] {
  const expressions = check.patterns.map((pattern) => new RegExp(pattern, 'gu'));
  const meanings = Object.entries(check.values).map(([value, { label, words }]) => ({
    value,
    label,
    words: words.map(foldText),
  }));
  const meaningOf = (said: string) => meanings.find(({ words }) => words.some((word) => said.startsWith(word)));
  return papers.flatMap((paper): Said[] => {
    const { text } = readingOf(paper);
    const inText = expressions.flatMap((expression) => [...text.matchAll(expression)].map((match) => match[1] ?? ''));
    const inFields = check.fields.map((field) => foldText(String(paper.record.fields[field] ?? '')));
    const found = new Set([...inText, ...inFields].map(meaningOf).filter((meaning) => meaning !== undefined));
    const [meaning, ...more] = found;
    const month = paper.record.issueDate?.iso.slice(0, 7) ?? null;
    if (meaning === undefined || more.length > 0) return [];
    return [{ paper, page: null, value: meaning.value, label: meaning.label, from: month, to: month }];
  });
}
