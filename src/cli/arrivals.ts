import type { ReceiptCounts } from '#app/ways-in/count-receipts.ts';
import type { Rejection } from '#app/ways-in/create-file-taker.ts';
import { FAILURES, type FailureCode } from '#domain/failure.ts';
import { ARRIVAL_MESSAGES } from './arrival-messages.ts';
import type { OutputLanguage } from './messages.ts';

/** What came in, in a line, and a line for each reason why something did not. Counts and codes only. */
export function arrivalLines(counts: ReceiptCounts, language: OutputLanguage): string[] {
  const text = ARRIVAL_MESSAGES[language];
  const reasons = [...counts.reasons].map(([code, count]) => text.rejected(count, sentence(code, language)));
  return [text.took(counts), ...reasons];
}

/** The note that is laid beside a rejected file: names stand in it, since it lies where the file lies. */
export function rejectionNote({ label, isWhole, parts }: Rejection, language: OutputLanguage): string {
  const reasons =
    parts.length === 0
      ? [sentence('empty-file', language)]
      : parts.map(({ name, failure }) => `${name === label ? '' : `${name}: `}${sentence(failure, language)}`);
  return `${ARRIVAL_MESSAGES[language].note(label, isWhole)}\n\n${reasons.join('\n')}\n`;
}

export function sentence(code: FailureCode, language: OutputLanguage): string {
  return `${FAILURES[code].message[language]} [${code}]`;
}
