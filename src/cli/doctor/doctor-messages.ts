import type { OutputLanguage } from '../messages.ts';
import type { DoctorWords } from './doctor-words.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';

/** What `liasse doctor` says, by language of the output. */
export const DOCTOR_MESSAGES: Readonly<Record<OutputLanguage, DoctorWords>> = { en: ENGLISH, fr: FRENCH };
