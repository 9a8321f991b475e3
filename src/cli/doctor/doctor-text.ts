import type { Finding, FindingCode, FindingOf } from '#app/doctor/findings.ts';
import type { CheckedThing } from '#app/doctor/run-doctor.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { OutputLanguage } from '../messages.ts';
import { DOCTOR_MESSAGES } from './doctor-messages.ts';
import { MENDS } from './mends.ts';

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

/** A line of the report, and below it the command that mends. */
export function diagnosisLine({ check, state, message, mend }: Diagnosis, language: OutputLanguage): string {
  const { states, checks } = DOCTOR_MESSAGES[language];
  const column = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length)) + 2;
  const indent = column(Object.values(states));
  const head = states[state].padEnd(indent) + checks[check].padEnd(column(Object.values(checks)));
  const below = mend === null || state === 'ok' ? '' : `${' '.repeat(indent)}→ ${mend}\n`;
  return `${head}${message[language]}\n${below}`;
}

function sentence<Code extends FindingCode>({ code, facts }: FindingOf<Code>, language: OutputLanguage): string {
  return DOCTOR_MESSAGES[language].sentences[code](facts);
}

function mendOf<Code extends FindingCode>({ code, facts }: FindingOf<Code>): string | null {
  return MENDS[code]?.(facts) ?? null;
}
