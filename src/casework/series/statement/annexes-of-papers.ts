import type { CasePaper } from '#domain/case-paper.ts';
import { withWesternDigits } from '#text/amounts.ts';
import { foldText } from '#text/fold-text.ts';
import { readingOf } from '../../paper-reading.ts';
import type { AnnexReference } from './annex-references.ts';

/** A title, and not a sentence that refers to an annex. */
const LONGEST_TITLE = 60;
const HEAD_LINES = 4;

/** Numbers that papers bear as annexes, in the file's name or as a title: number → papers. */
export function annexesOfPapers(
  papers: readonly CasePaper[],
  find: (text: string) => readonly AnnexReference[],
): Map<number, CasePaper[]> {
  const annexes = new Map<number, CasePaper[]>();
  for (const paper of papers) {
    const number = numberOf(paper, find);
    if (number !== undefined) annexes.set(number, [...(annexes.get(number) ?? []), paper]);
  }
  return annexes;
}

function numberOf(paper: CasePaper, find: (text: string) => readonly AnnexReference[]): number | undefined {
  const file = foldText(withWesternDigits(paper.record.file.split('/').at(-1) ?? '')).replace(/_/g, ' ');
  const lines = readingOf(paper).lines.filter((line) => line !== '');
  const titles = [...lines.slice(0, HEAD_LINES), ...lines.slice(-1)].filter(({ length }) => length <= LONGEST_TITLE);
  const isOnlyPaper = paper.record.pages?.from === 1 && paper.record.pages.to === paper.record.pages.of;
  // The name of a file that holds several papers says nothing of one of them.
  for (const title of [...(isOnlyPaper ? [file] : []), ...titles]) {
    const [reference, ...more] = find(title);
    const [number, ...others] = reference?.numbers ?? [];
    if (number !== undefined && others.length === 0 && more.length === 0 && startsWith(title, find)) return number;
  }
  return undefined;
}

/** Whether a title begins with its reference. */
function startsWith(title: string, find: (text: string) => readonly AnnexReference[]): boolean {
  const words = title.replace(/^[^\p{L}]+/u, '');
  return find(words.split(' ').slice(0, 4).join(' ')).length > 0;
}
