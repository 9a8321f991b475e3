import type { ExportedDossier, exportList } from '#app/casework/dossier/export-dossier.ts';
import type { PaperOfOtherCase } from '#app/casework/other-cases.ts';
import { DOSSIER_MESSAGES } from './dossier-messages.ts';
import type { OutputLanguage } from './messages.ts';

/** What is said of a dossier, and whether nothing is left to be looked at. */
export interface ExportText {
  readonly lines: readonly string[];
  readonly isWhole: boolean;
}

const MEGABYTE = 1_000_000;

/** What was written, what is to be joined separately, what was left out and why. */
export function exportLines(exported: ExportedDossier, language: OutputLanguage): ExportText {
  const text = DOSSIER_MESSAGES[language];
  const { files, lists, apart, tooLarge, leftOver } = exported;
  const inside = exported.annexes.length - apart.length;
  const wrong = [
    ...problemLines(exported, language),
    ...(tooLarge.length === 0 ? [] : [text.tooLarge(tooLarge.join(', '))]),
  ];
  const lines = [
    ...files.map(({ path, pages, sizeBytes }) => text.file(path, pages, (sizeBytes / MEGABYTE).toFixed(1))),
    text.lists(lists.join(', ')),
    text.annexes(inside),
    ...section(
      text.apart,
      apart.map((annex) => text.line(annex.file, annex.apart ?? '')),
    ),
    ...(apart.some(({ pages }) => pages === null) ? [text.unread] : []),
    ...section(text.leftOut, leftOutLines(exported, language)),
    ...otherCaseLines(exported.otherCases, language),
    ...section(text.review, reviewLines(exported, language)),
    ...section(text.references, referenceLines(exported, language)),
    ...(leftOver.length === 0 ? [] : [text.leftOver(leftOver.join(', '))]),
    ...wrong,
  ];
  return { lines, isWhole: wrong.length === 0 };
}

/** What is said when only the order was written. */
export function listLines(
  listed: Awaited<ReturnType<typeof exportList>>,
  path: string,
  language: OutputLanguage,
): ExportText {
  const text = DOSSIER_MESSAGES[language];
  const wrong = problemLines(listed, language);
  return {
    lines: [
      text.listed(path),
      ...section(text.leftOut, leftOutLines(listed, language)),
      ...otherCaseLines(listed.otherCases, language),
      ...section(text.review, reviewLines(listed, language)),
      ...section(text.references, referenceLines(listed, language)),
      ...wrong,
    ],
    isWhole: wrong.length === 0,
  };
}

/** Papers that name clients of other cases, and which cases are meant; none when there are none. */
export function otherCaseLines(papers: readonly PaperOfOtherCase[], language: OutputLanguage): readonly string[] {
  const text = DOSSIER_MESSAGES[language];
  return section(
    text.otherCases,
    papers.map(({ file, page, cases }) => text.line(`${file}, p. ${page}`, cases.join(', '))),
  );
}

function reviewLines({ annexes }: Pick<ExportedDossier, 'annexes'>, language: OutputLanguage): string[] {
  const doubtful = annexes.filter(({ annex }) => annex.needsReview);
  return doubtful.map(({ annex: { name, file, title, id } }) =>
    DOSSIER_MESSAGES[language].line(`${name}, ${file} (${id.slice(0, 8)})`, title),
  );
}

function referenceLines({ references }: Pick<ExportedDossier, 'references'>, language: OutputLanguage): string[] {
  const text = DOSSIER_MESSAGES[language];
  return references.map(({ number, said, annex }) => text.reference(number, said, annex?.title ?? null));
}

function leftOutLines({ leftOut }: Pick<ExportedDossier, 'leftOut'>, language: OutputLanguage): string[] {
  return leftOut.map(({ id, file, because }) =>
    DOSSIER_MESSAGES[language].line(`${file} (${id.slice(0, 8)})`, because),
  );
}

function problemLines(
  { problems, waiting }: Pick<ExportedDossier, 'problems' | 'waiting'>,
  language: OutputLanguage,
): string[] {
  const text = DOSSIER_MESSAGES[language];
  const lines = problems.map(({ line, names, problem, nearest }) =>
    problem === 'unknown' ? text.unknown(line, names, nearest) : text.ambiguous(line, names, nearest),
  );
  return waiting === 0 ? lines : [...lines, text.waiting(waiting)];
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines];
}
