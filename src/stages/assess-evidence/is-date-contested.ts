import type { Flags } from '#definitions/flags.schema.ts';
import type { DocumentDates } from '#domain/findings.ts';

/** Whether the issue date, or that there is none, is so unsure that a person is asked. */
export function isDateContested(
  { issueDate, issueCandidates }: DocumentDates,
  thresholds: Pick<Flags['thresholds'], 'issueDate' | 'runnerUp'>,
): boolean {
  const runnerUp = issueCandidates.find((one) => one.iso !== issueDate?.iso);
  // "It has none" is an answer with a chance of its own: what the candidates leave over.
  const ahead = issueDate?.confidence ?? issueCandidates.reduce((rest, one) => rest - one.confidence, 1);
  return (
    (issueDate !== null && issueDate.confidence < thresholds.issueDate) ||
    (runnerUp !== undefined && ahead - runnerUp.confidence < thresholds.runnerUp)
  );
}
