import type { CivilOption, CivilPapersRules } from '#definitions/casework/civil-papers.schema.ts';
import type { Coverage } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { Bilingual } from '#domain/findings.ts';
import { lastDay, shiftDay } from '#text/calendar-days.ts';
import { fillSentence } from '../../fill-sentence.ts';
import type { SeriesContext } from '../series-context.ts';
import { findPapers } from './find-papers.ts';

/** What a paper makes of a requirement. */
export interface CivilAnswer {
  readonly state: Exclude<Coverage, 'missing'>;
  readonly paper: CasePaper;
  /** What keeps it from meeting it. */
  readonly why: readonly Bilingual[];
  readonly note: Bilingual | undefined;
}

/** What stands in the way: a doubt, or a weakness. */
interface Obstacle {
  readonly state: 'unclear' | 'weak';
  readonly why: Bilingual;
}

/** Every paper that an option names, with what it makes of the requirement. */
export function judgeOption(option: CivilOption, rules: CivilPapersRules, context: SeriesContext): CivilAnswer[] {
  return findPapers(context.papers, option)
    .filter((paper) => !option.isClients || mayBeClients(paper, context))
    .map((paper): CivilAnswer => {
      const obstacles = obstaclesOf(paper, option, rules, context);
      const weak = obstacles.filter(({ state }) => state === 'weak');
      const unclear = obstacles.filter(({ state }) => state === 'unclear');
      const certain = weak.length > 0 ? 'weak' : option.gives;
      const state = unclear.length > 0 ? 'unclear' : certain;
      return { state, paper, why: [...unclear, ...weak].map(({ why }) => why), note: option.note };
    });
}

/** Where only the papers say who the client is, another's paper is a doubt. */
function mayBeClients({ key }: CasePaper, { relations }: SeriesContext): boolean {
  if (relations.people?.client?.isGiven !== true) return true;
  const kind = relations.people?.abouts.get(key)?.kind ?? 'unknown';
  return kind !== 'somebodyElse' && kind !== 'relative';
}

function obstaclesOf(
  paper: CasePaper,
  option: CivilOption,
  rules: CivilPapersRules,
  context: SeriesContext,
): Obstacle[] {
  return [
    ...typeDoubt(paper, rules),
    ...personDoubt(paper, option, rules, context),
    ...age(paper, option, rules, context),
    ...translation(paper, option, rules, context),
    ...flags(paper, option, rules, context),
    ...needs(paper, option, context),
  ];
}

function typeDoubt({ record }: CasePaper, { doubtfulBelow, why }: CivilPapersRules): Obstacle[] {
  return (record.type?.confidence ?? 0) < doubtfulBelow ? [{ state: 'unclear', why: why.doubtful }] : [];
}

/** A name that may be another's is a doubt, and so is that the client's was not read; where nobody knows the client, nothing can be said. */
function personDoubt(
  { key }: CasePaper,
  option: CivilOption,
  { why }: CivilPapersRules,
  { relations }: SeriesContext,
): Obstacle[] {
  const about = relations.people?.abouts.get(key);
  if (!option.isClients || about === undefined || about.kind === 'client') return [];
  if (relations.people?.client === undefined) return [];
  if (about.name === undefined) return [{ state: 'unclear', why: why.nameless }];
  return [{ state: 'unclear', why: fillSentence(why.person, { name: about.name.printed }) }];
}

function age(
  { record }: CasePaper,
  { within }: CivilOption,
  { why }: CivilPapersRules,
  { input }: SeriesContext,
): Obstacle[] {
  if (within === undefined) return [];
  if (record.issueDate === null) return [{ state: 'unclear', why: why.undated }];
  const until = shiftDay(lastDay(record.issueDate.iso), { months: within.months, days: 0 });
  return input.asOf > until ? [{ state: 'weak', why: fillSentence(why.stale, { months: within.months }) }] : [];
}

function translation(
  { key, record }: CasePaper,
  { isTranslated }: CivilOption,
  { why }: CivilPapersRules,
  { relations, rules }: SeriesContext,
): Obstacle[] {
  const flagsOfForeign = rules.casework.translations?.foreignFlags ?? [];
  const isForeign = record.flags.some(({ code }) => flagsOfForeign.includes(code));
  return isTranslated && isForeign && !relations.translated.has(key) ? [{ state: 'weak', why: why.untranslated }] : [];
}

function flags(
  { record }: CasePaper,
  { weakWith }: CivilOption,
  { why }: CivilPapersRules,
  { rules }: SeriesContext,
): Obstacle[] {
  return record.flags
    .filter(({ code }) => weakWith.includes(code))
    .map(({ code }) => {
      const flag = rules.pipeline.flags.flags[code]?.label ?? { fr: code, en: code };
      return { state: 'weak', why: fillSentence(why.flagged, { flag }) };
    });
}

function needs(paper: CasePaper, option: CivilOption, { everybodys, relations }: SeriesContext): Obstacle[] {
  return option.needs
    .filter((need) => {
      const found = findPapers(everybodys, need).filter((other) => {
        const kind = relations.people?.abouts.get(other.key)?.kind;
        return other.key !== paper.key && !(need.ofAnother && kind === 'client');
      });
      return found.length === 0;
    })
    .map(({ why }) => ({ state: 'weak', why }));
}
