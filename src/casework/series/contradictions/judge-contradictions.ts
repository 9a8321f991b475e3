import type { Contradiction, ContradictionsRules } from '#definitions/casework/contradictions.schema.ts';
import type { CrossFinding } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { fillSentence } from '../../fill-sentence.ts';
import { findingOf, type SeriesContext } from '../series-context.ts';
import { findClaims } from './find-claims.ts';
import { findOpposed, isWithin, overlap } from './find-opposed.ts';
import { areCompatible, readDates } from './read-dates.ts';
import { readPlaces } from './read-places.ts';
import { readValues } from './read-values.ts';
import type { Said } from './said.ts';

/** Things that papers of one file say against each other, each with the papers and places. */
export function judgeContradictions(rules: ContradictionsRules, context: SeriesContext): CrossFinding[] {
  return rules.checks.flatMap((check) => {
    const papers = context.papers.filter((paper) => mayTell(paper, check, context));
    if (check.kind === 'claim') return findClaims(papers, check, context);
    const opposed = opposedIn(papers, check, context);
    return opposed.length < 2 ? [] : [told(opposed, { check, rules }, context)];
  });
}

/** A relative's paper tells of the relative. */
function mayTell({ key, record }: CasePaper, { types }: Contradiction, { relations }: SeriesContext): boolean {
  if (types.length > 0 && !types.includes(record.type?.id ?? '')) return false;
  const kind = relations.people?.abouts.get(key)?.kind;
  return kind !== 'relative' && kind !== 'somebodyElse';
}

function opposedIn(
  papers: readonly CasePaper[],
  check: Exclude<Contradiction, { kind: 'claim' }>,
  { input }: SeriesContext,
): Said[] {
  const differ = (one: Said, other: Said): boolean => one.value !== other.value;
  switch (check.kind) {
    case 'values':
      return findOpposed(
        readValues(papers, check),
        (one, other) => differ(one, other) && isWithin(one, other, check.withinMonths),
      );
    case 'dates':
      return findOpposed(readDates(papers, check, input.facts), (one, other) => !areCompatible(one.value, other.value));
    case 'places':
      return findOpposed(readPlaces(papers, check), (one, other) => differ(one, other) && overlap(one, other));
  }
}

function told(
  opposed: readonly Said[],
  { check, rules }: { readonly check: Contradiction; readonly rules: ContradictionsRules },
  { relations }: SeriesContext,
): CrossFinding {
  const { names } = relations;
  const items = opposed.map(({ label, paper, page }) =>
    fillSentence(rules.item, { value: label, paper: paper === undefined ? rules.given : names.at(paper, page) }),
  );
  const papers = opposed.flatMap(({ paper }) => paper ?? []);
  return findingOf({ kind: 'contradiction', rule: check.id }, check, { values: { values: names.list(items) }, papers });
}
