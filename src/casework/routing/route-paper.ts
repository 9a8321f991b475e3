import type { Routing, RoutingRule } from '#definitions/routing.schema.ts';
import type { Clock, CriterionJudgement } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { addSpan, NO_SPAN } from '../calendar/add-span.ts';

/** How a paper is to be translated. */
export interface Route {
  /** Of `routing.yaml`. */
  readonly rule: string;
  /** What it is in; null when that is not clear. */
  readonly language: string | null;
  readonly into: string;
  readonly isSworn: boolean;
  /** The last day, ISO 8601. */
  readonly dueOn: string;
  /** A deadline of the case makes it due earlier than usual. */
  readonly isUrgent: boolean;
  readonly nobody: 'person' | 'unsworn';
}

/** What routing looks at of the case beside the paper. */
export interface RoutedCase {
  readonly asOf: string;
  readonly criteria: readonly Pick<CriterionJudgement, 'id' | 'rank' | 'strength'>[];
  readonly clocks: readonly Pick<Clock, 'kind' | 'state' | 'due'>[];
}

/** The route of a foreign paper by the first rule that fits; undefined when such papers are not sent to anybody. */
export function routePaper(
  { record }: CasePaper,
  { asOf, criteria, clocks }: RoutedCase,
  routing: Routing,
): Route | undefined {
  const ranks = new Map(criteria.filter(({ strength }) => strength > 0).map(({ id, rank }) => [id, rank]));
  const rule = routing.rules.find(({ when }) => fits(record, when, ranks));
  if (rule === undefined || !rule.terms.isTranslated) return undefined;
  const { isSworn, days, beforeClock, nobody } = rule.terms;
  const usual = addSpan(asOf, { ...NO_SPAN, days });
  const clock = earliestDeadline(clocks, asOf);
  const wanted =
    clock === undefined || beforeClock === null ? usual : addSpan(clock, { ...NO_SPAN, days: beforeClock }, -1);
  const isUrgent = wanted < usual;
  const soonest = addSpan(asOf, { ...NO_SPAN, days: routing.leastDays });
  const due = isUrgent ? wanted : usual;
  return {
    rule: rule.id,
    language: clearLanguage(record, routing),
    into: routing.into,
    isSworn,
    dueOn: due < soonest ? soonest : due,
    isUrgent,
    nobody,
  };
}

/** The language of a paper, when it is known well enough to ask somebody for it. */
export function clearLanguage(
  { languages }: Pick<CasePaper['record'], 'languages'>,
  { unclear }: Pick<Routing, 'unclear'>,
): string | null {
  const [first] = languages;
  if (first === undefined || first.code === 'und' || first.confidence < unclear.below) return null;
  return first.code;
}

function fits(record: CasePaper['record'], when: RoutingRule['when'], ranks: ReadonlyMap<string, number>): boolean {
  const own = {
    languages: record.languages.slice(0, 1).map(({ code }) => code),
    types: record.type === null ? [] : [record.type.id],
    flags: record.flags.map(({ code }) => code),
    criteria: record.criteria.map(({ id }) => id),
  };
  const isOneOf = (wanted: readonly string[] | undefined, there: readonly string[]): boolean =>
    wanted === undefined || wanted.some((id) => there.includes(id));
  const { rankAtMost } = when;
  return (
    isOneOf(when.languages, own.languages) &&
    isOneOf(when.types, own.types) &&
    isOneOf(when.flags, own.flags) &&
    isOneOf(when.criteria, own.criteria) &&
    (rankAtMost === undefined || own.criteria.some((id) => (ranks.get(id) ?? Number.POSITIVE_INFINITY) <= rankAtMost))
  );
}

/** The earliest day on which a right is lost that can still be kept. */
function earliestDeadline(clocks: RoutedCase['clocks'], asOf: string): string | undefined {
  const days = clocks.flatMap(({ kind, state, due }) =>
    kind === 'deadline' && state !== 'done' && due !== null && due >= asOf ? [due] : [],
  );
  return days.sort()[0];
}
