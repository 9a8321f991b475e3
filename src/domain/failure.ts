import { z } from 'zod';
import { ARRIVAL_FAILURES } from './failures/arrival-failures.ts';
import { DECISION_FAILURES } from './failures/decision-failures.ts';
import { type FailureCategory, permanent, transient } from './failures/failure-kinds.ts';
import { FILE_FAILURES } from './failures/file-failures.ts';
import { KEEPING_FAILURES } from './failures/keeping-failures.ts';
import { OUTPUT_FAILURES } from './failures/output-failures.ts';
import { READING_FAILURES } from './failures/reading-failures.ts';
import { RUN_FAILURES } from './failures/run-failures.ts';
import { TRUST_FAILURES } from './failures/trust-failures.ts';
import type { Bilingual } from './findings.ts';
import { WEB_FAILURES } from './web-failures.ts';

/** Every way Liasse can fail: what it is, and what the adviser does next. By what it is about, in `failures/`. */
export const FAILURES = {
  ...WEB_FAILURES,
  ...FILE_FAILURES,
  ...OUTPUT_FAILURES,
  ...DECISION_FAILURES,
  ...TRUST_FAILURES,
  ...RUN_FAILURES,
  ...READING_FAILURES,
  ...KEEPING_FAILURES,
  ...ARRIVAL_FAILURES,
  cancelled: transient(
    'Lecture interrompue. Relancez la même commande pour continuer.',
    'Interrupted. Run the same command again to go on.',
  ),
  'internal-error': permanent(
    'Erreur interne de Liasse sur ce fichier. Les autres ont été traités ; signalez ce code à l’équipe.',
    'Liasse failed on this file. The others were processed; report this code to the team.',
  ),
  'definition-invalid': {
    category: 'definition',
    message: { fr: 'Un fichier de pipeline est invalide.', en: 'A pipeline file is invalid.' },
  },
} as const satisfies Record<string, { category: FailureCategory; message: Bilingual }>;

export type FailureCode = keyof typeof FAILURES;

/** A code as it comes back from where it was kept. */
export const failureCodeSchema = z.custom<FailureCode>(
  (code) => typeof code === 'string' && Object.hasOwn(FAILURES, code),
  'a failure code',
);

/** An expected failure. `detail` is for operators: it never holds document text, names or numbers. */
export class LiasseFailure extends Error {
  readonly code: FailureCode;
  readonly detail: string;

  constructor(code: FailureCode, detail = '', options?: ErrorOptions) {
    super(detail === '' ? code : `${code}: ${detail}`, options);
    this.name = 'LiasseFailure';
    this.code = code;
    this.detail = detail;
  }

  get category(): FailureCategory {
    return FAILURES[this.code].category;
  }
}

/** The failure itself, or `internal-error` wrapped around whatever was thrown. */
export function asFailure(thrown: unknown): LiasseFailure {
  if (thrown instanceof LiasseFailure) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') return new LiasseFailure('cancelled');
  return new LiasseFailure('internal-error', thrown instanceof Error ? thrown.name : typeof thrown, { cause: thrown });
}
