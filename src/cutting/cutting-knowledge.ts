import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { Cutting } from '#definitions/cutting.schema.ts';
import { foldText } from '#text/fold-text.ts';

/** The wording and weights of `cutting.yaml` made ready, once a file: folding and building patterns for each line would take longer than the rest. */
export interface CuttingKnowledge {
  readonly rules: Cutting;
  readonly cues: readonly LanguageCues[];
  readonly endings: readonly string[];
  readonly heads: readonly string[];
  readonly openings: readonly string[];
  readonly continuations: readonly string[];
  readonly innerHeadings: readonly string[];
  /** `Page 2 sur 3`, `Seite 2`; groups: number, total. */
  readonly wordedNumber: RegExp;
  /** `2 von 3 Seiten`, `2/3`; groups: number, total. */
  readonly numberOfTotal: RegExp;
}

/** Prepares the rules; pure, same rules give the same knowledge. */
export function prepareCutting(rules: Cutting, cues: readonly LanguageCues[]): CuttingKnowledge {
  const page = alternatives(rules.pageWords);
  const of = alternatives(rules.ofWords);
  return {
    rules,
    cues,
    endings: rules.endings.map(foldText),
    heads: rules.heads.map(foldText),
    openings: rules.openings.map(foldText),
    continuations: rules.continuations.map(foldText),
    innerHeadings: rules.innerHeadings.map(foldText),
    wordedNumber: new RegExp(
      `(?:^|[^\\p{L}])(?:${page})\\s*(?:n[°o.]\\s*)?[:.]?\\s*(\\d{1,3})(?:\\s*(?:/|${of})\\s*(\\d{1,3}))?(?!\\d)`,
      'u',
    ),
    numberOfTotal: new RegExp(`^(\\d{1,3})\\s*(?:/|${of})\\s*(\\d{1,3})\\s*(?:${page})?$`, 'u'),
  };
}

/** Longest first: "p" must not win where "página" stands. */
function alternatives(words: readonly string[]): string {
  return words
    .map(foldText)
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}
