import { DefinitionFailure } from '#app/definition-failure.ts';
import { asFailure, FAILURES } from '#domain/failure.ts';
import type { OutputLanguage } from './messages.ts';

/** A sentence (for pipeline files: one line a problem) for whatever stopped the command. */
export function explainFailure(error: unknown, language: OutputLanguage): string {
  if (error instanceof DefinitionFailure) {
    return [FAILURES['definition-invalid'].message[language], ...error.problems].join('\n  ');
  }
  if (error instanceof UsageError) return error.message;
  const failure = asFailure(error);
  const detail = failure.detail === '' ? '' : ` (${failure.detail})`;
  return `${FAILURES[failure.code].message[language]} [${failure.code}]${detail}`;
}

/** The command was called with something that makes no sense; the message says what would. */
export class UsageError extends Error {}
