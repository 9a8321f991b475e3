import type { LanguageCues } from './cues.schema.ts';

/** A pipeline folder, read and checked: all that Liasse knows about papers. Plain data. */
export interface Pipeline {
  readonly id: string;
  readonly version: string;
  readonly cues: readonly LanguageCues[];
}
