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

/** An option, and what it is judged by. */
interface Scope {
  readonly option: CivilOption;
  readonly rules: CivilPapersRules;
  readonly context: SeriesContext;
}

/** Every paper that an option names, with what it makes of the requirement. */
export function judgeOption(scope: Scope): CivilAnswer[] {
  const { option, context } = scope;
  return findPapers(context.papers, option)
    .filter((paper) => !option.isClients || mayBeClients(paper, context))
    .map((paper): CivilAnswer => {
      const obstacles = OBSTACLES.flatMap((find) => find(paper, scope));
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
  const kind = relations.people.abouts.get(key)?.kind ?? 'unknown';
  return kind !== 'somebodyElse' && kind !== 'relative';
}

function typeDoubt({ record }: CasePaper, { rules: { doubtfulBelow, why } }: Scope): Obstacle[] {
  return (record.type?.confidence ?? 0) < doubtfulBelow ? [{ state: 'unclear', why: why.doubtful }] : [];
}

/** A name that may be another's is a doubt, and so is that the client's was not read; where nobody knows the client, nothing can be said. */
function personDoubt({ key }: CasePaper, { option, rules, context }: Scope): Obstacle[] {
  const { people } = context.relations;
  const about = people?.abouts.get(key);
  if (!option.isClients || people?.client === undefined || about === undefined || about.kind === 'client') return [];
  if (about.name === undefined) return [{ state: 'unclear', why: rules.why.nameless }];
  return [{ state: 'unclear', why: fillSentence(rules.why.person, { name: about.name.printed }) }];
}

function age({ record }: CasePaper, { option: { within }, rules: { why }, context }: Scope): Obstacle[] {
  if (within === undefined) return [];
  if (record.issueDate === null) return [{ state: 'unclear', why: why.dateless }];
  const until = shiftDay(lastDay(record.issueDate.iso), { months: within.months, days: 0 });
  if (context.input.asOf <= until) return [];
  return [{ state: 'weak', why: fillSentence(why.old, { months: within.months }) }];
}

function translation({ key, record }: CasePaper, { option, rules, context }: Scope): Obstacle[] {
  const foreign = context.rules.casework.translations?.foreignFlags ?? [];
  const isForeign = record.flags.some(({ code }) => foreign.includes(code));
  if (!option.isTranslated || !isForeign || context.relations.translated.has(key)) return [];
  return [{ state: 'weak', why: rules.why.untranslated }];
}

function flags({ record }: CasePaper, { option, rules, context }: Scope): Obstacle[] {
  return record.flags
    .filter(({ code }) => option.weakWith.includes(code))
    .map(({ code }) => {
      const flag = context.rules.pipeline.flags.flags[code]?.label ?? { fr: code, en: code };
      return { state: 'weak', why: fillSentence(rules.why.flagged, { flag }) };
    });
}

function needs(paper: CasePaper, { option, context: { everybodys, relations } }: Scope): Obstacle[] {
  return option.needs
    .filter((need) => {
      const found = findPapers(everybodys, need).filter(({ key }) => {
        const kind = relations.people?.abouts.get(key)?.kind;
        return key !== paper.key && !(need.ofAnother && kind === 'client');
      });
      return found.length === 0;
    })
    .map(({ why }) => ({ state: 'weak', why }));
}

const OBSTACLES = [typeDoubt, personDoubt, age, translation, flags, needs];
