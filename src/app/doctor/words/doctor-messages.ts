import type { Bilingual } from '#domain/findings.ts';
import type { DoctorWords } from './doctor-words.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';

/** What `liasse doctor` says, by language of the output. */
export const DOCTOR_MESSAGES: Readonly<Record<keyof Bilingual, DoctorWords>> = { en: ENGLISH, fr: FRENCH };
