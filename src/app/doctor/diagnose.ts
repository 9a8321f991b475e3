import type { Bilingual } from '#domain/findings.ts';
import type { Finding, FindingCode, FindingOf } from './findings.ts';
import type { CheckedThing } from './run-doctor.ts';
import { DOCTOR_MESSAGES } from './words/doctor-messages.ts';
import { MENDS } from './words/mends.ts';

/** What was found, in a sentence, and the command that mends it. */
export interface Diagnosis {
  readonly check: CheckedThing['name'];
  readonly state: Finding['state'];
  readonly code: FindingCode;
  readonly facts: Finding['facts'];
  readonly message: Bilingual;
  readonly mend: string | null;
}

/** A checked thing with its words. */
export function diagnose({ name, finding }: CheckedThing): Diagnosis {
  const { state, code, facts } = finding;
  const message = { fr: sentence(finding, 'fr'), en: sentence(finding, 'en') };
  return { check: name, state, code, facts, message, mend: mendOf(finding) };
}

function sentence<Code extends FindingCode>({ code, facts }: FindingOf<Code>, language: keyof Bilingual): string {
  return DOCTOR_MESSAGES[language].sentences[code](facts);
}

function mendOf<Code extends FindingCode>({ code, facts }: FindingOf<Code>): string | null {
  return MENDS[code]?.(facts) ?? null;
}
