import type { CaseJudgement } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { ReportWords } from './report-words.ts';

/** A picture of the place that a flag is about. */
export interface Clipping {
  readonly paper: string;
  readonly page: number;
  readonly flag: string;
  /** PNG or JPEG as a data URL. */
  readonly picture: string;
  readonly width: number;
  readonly height: number;
}

/** Everything that a report is made of. */
export interface ReportInput {
  readonly judgement: CaseJudgement;
  readonly papers: readonly CasePaper[];
  readonly permit: Bilingual;
  /** Names of types and flags in the report's language. */
  typeLabel(id: string): string;
  flagLabel(code: string): string;
  readonly clippings: readonly Clipping[];
  /** The timeline as SVG; undefined when there is nothing to draw. */
  readonly timeline?: string | undefined;
}

/** A report in one language, with what its parts need. */
export interface ReportContext extends ReportInput {
  readonly language: keyof Bilingual;
  readonly words: ReportWords;
  /** How a paper is named in sentences: its file and, when it is one of several, its pages. */
  paperName(key: string): string;
}

/** 2026-11-26 → 26/11/2026; in English as it is. */
export function dateIn(iso: string, language: keyof Bilingual): string {
  return language === 'fr' ? iso.split('-').reverse().join('/') : iso;
}
