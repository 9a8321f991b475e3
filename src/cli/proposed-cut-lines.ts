import type { DocumentRecord } from '#domain/document-record.ts';
import { MESSAGES, type OutputLanguage } from './messages.ts';
import { printable } from './printable.ts';
import { ID_LETTERS } from './summary-table.ts';

/** One line for each place where a person is asked whether another paper begins; how to cut there when the papers are kept in a case. */
export function proposedCutLines(
  records: readonly DocumentRecord[],
  { language, isKept }: { readonly language: OutputLanguage; readonly isKept: boolean },
): string[] {
  const { proposedCut, cutThere } = MESSAGES[language].decisions;
  return records.flatMap(({ id, file, proposedCuts }) =>
    proposedCuts.map(({ page, because }) => {
      const asked = proposedCut(printable(file), page, because.map(({ message }) => message[language]).join(', '));
      return isKept ? `${asked} ${cutThere(id.slice(0, ID_LETTERS), page)}` : asked;
    }),
  );
}
