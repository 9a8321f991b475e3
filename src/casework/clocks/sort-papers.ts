import type { ClockRules } from '#definitions/casework/clocks.schema.ts';
import { wordPattern } from '#definitions/casework/pattern.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { readingOf } from '../paper-reading.ts';

/** A paper that clocks know what to do with. */
export interface SortedPaper {
  readonly paper: CasePaper;
  /** Id of its kind. */
  readonly kind: string;
  /** Whether what it is, is sure enough for a deadline to rest on it. */
  readonly isSure: boolean;
  /** The text in the form that patterns are read in. */
  readonly folded: string;
}

type Kind = ClockRules['kinds'][number];

/** Each paper with the first kind that fits it; papers of no kind, and copies of others, are left out. */
export function sortPapers(papers: readonly CasePaper[], clocks: ClockRules): SortedPaper[] {
  const kinds = clocks.kinds.map((kind) => ({
    kind,
    says: kind.says.map(wordPattern),
    unless: kind.unless.map(wordPattern),
  }));
  return papers.flatMap((paper) => {
    if (paper.copyOf !== null) return [];
    const folded = readingOf(paper).text;
    const found = kinds.find(
      ({ kind, says, unless }) =>
        fits(paper, kind, clocks) &&
        (says.length === 0 || says.some((pattern) => pattern.test(folded))) &&
        !unless.some((pattern) => pattern.test(folded)),
    );
    if (found === undefined) return [];
    return [{ paper, kind: found.kind.id, isSure: isSure(paper, found.kind, clocks), folded }];
  });
}

function fits({ record }: CasePaper, { types, languages, hasDate }: Kind, { alternativeFrom }: ClockRules): boolean {
  const { type } = record;
  const isOfType =
    types.length === 0 ||
    (type !== null &&
      [type, ...type.alternatives.filter(({ confidence }) => confidence >= alternativeFrom)].some(({ id }) =>
        types.includes(id),
      ));
  const language = record.languages[0]?.code ?? '';
  return (
    isOfType &&
    (languages.length === 0 || languages.includes(language)) &&
    (hasDate === undefined || record.dates.some(({ role }) => role === hasDate))
  );
}

function isSure({ record }: CasePaper, { types }: Kind, { typeCertainFrom }: ClockRules): boolean {
  const { type } = record;
  return types.length === 0 || (type !== null && types.includes(type.id) && type.confidence >= typeCertainFrom);
}
