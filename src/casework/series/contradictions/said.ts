import type { CasePaper } from '#domain/case-paper.ts';
import type { Bilingual } from '#domain/findings.ts';

/** What a paper says, to be held against what others say. */
export interface Said {
  /** Undefined where the organisation says it. */
  readonly paper: CasePaper | undefined;
  /** Where, as far as that is known. */
  readonly page: number | null;
  readonly value: string;
  readonly label: Bilingual;
  /** Months (YYYY-MM) of which it speaks; null where it always holds or nothing tells. */
  readonly from: string | null;
  readonly to: string | null;
}

export function plain(text: string): Bilingual {
  return { fr: text, en: text };
}
