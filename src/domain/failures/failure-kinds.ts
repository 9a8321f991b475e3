import type { Bilingual } from '../findings.ts';

/**
 * `rejected`: the input can't be read as it is (stored, not retried). `transient`: may work next time (never stored).
 * `permanent`: a tool crashed on this input. `definition`: a pipeline file is wrong. `usage`: the command was called wrongly.
 */
export type FailureCategory = 'rejected' | 'transient' | 'permanent' | 'definition' | 'usage';

/** The input can’t be read as it is. */
export function rejected(fr: string, en: string): { category: 'rejected'; message: Bilingual } {
  return { category: 'rejected', message: { fr, en } };
}
/** It may work next time. */
export function transient(fr: string, en: string): { category: 'transient'; message: Bilingual } {
  return { category: 'transient', message: { fr, en } };
}
/** A tool crashed on this input. */
export function permanent(fr: string, en: string): { category: 'permanent'; message: Bilingual } {
  return { category: 'permanent', message: { fr, en } };
}
/** It was asked for wrongly. */
export function usage(fr: string, en: string): { category: 'usage'; message: Bilingual } {
  return { category: 'usage', message: { fr, en } };
}
