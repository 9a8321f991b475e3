import type { DocumentRow } from '#http/contract/cases.ts';
import type { Words } from '../words/use-words.ts';

/** What a paper is called in a sentence: its type, and by whom or when it was issued. */
export function paperName(
  row: DocumentRow | undefined,
  { t, say, format }: Pick<Words, 't' | 'say' | 'format'>,
): string {
  if (row === undefined) return t('caseView.paper.unread');
  const type = row.type === null ? t('caseView.paper.unknown') : say(row.type.label);
  return row.issueDate === null ? type : `${type}, ${format.day(row.issueDate)}`;
}
