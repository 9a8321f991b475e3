import type { Diagnosis } from '#app/doctor/diagnose.ts';
import { DOCTOR_MESSAGES } from '#app/doctor/words/doctor-messages.ts';
import type { OutputLanguage } from '../messages.ts';

/** A line of the report, and below it the command that mends. */
export function diagnosisLine({ check, state, message, mend }: Diagnosis, language: OutputLanguage): string {
  const { states, checks } = DOCTOR_MESSAGES[language];
  const column = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length)) + 2;
  const indent = column(Object.values(states));
  const head = states[state].padEnd(indent) + checks[check].padEnd(column(Object.values(checks)));
  const below = mend === null || state === 'ok' ? '' : `${' '.repeat(indent)}→ ${mend}\n`;
  return `${head}${message[language]}\n${below}`;
}
