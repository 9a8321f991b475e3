import type { IssueDate } from '#domain/findings.ts';
import type { Box } from '#domain/geometry.ts';
import { roundedBox } from '#domain/geometry.ts';
import type { RoleDecision } from './assign-role.ts';
import type { PrintedDate } from './printed-date.ts';

/** A date with what its surroundings say. */
export interface RoledDate {
  readonly date: PrintedDate;
  readonly decision: RoleDecision;
}

/** What each sign that a date is the paper's own is worth, in log-odds; found by reading papers, not by fitting. */
const SIGNS = {
  label: 2.8,
  signed: 3.6,
  placed: 2.6,
  alone: 1.5,
  stamped: 1.5,
  nearSignature: 0.7,
  head: 0.8,
  foot: 0.6,
  latest: 0.4,
  beforeEvents: -0.6,
  prose: -1.6,
  trace: -5,
  edge: -1.2,
  month: -2.6,
  year: -6,
} as const;
const ENOUGH = 1.2;
/** The most that a date without any label or place can be trusted. */
const PLACE_DATE =
  /^(?:\p{L}[\p{L}\p{M}'’.\-\s]{1,30}?[,،，]?\s*)(?:le|the|den|am|el|il|em|a|on|dnia|la|li|dne|på|op|den|, )?\s*$/iu;

/** The date a paper was issued, if it says so, and the other dates that could be it, best first. */
export function chooseIssueDate(
  dates: readonly RoledDate[],
  asOf: string,
): { issueDate: IssueDate | null; issueCandidates: IssueDate[] } {
  const latest = dates
    .filter(
      ({ date, decision }) => isCandidate(decision) && date.reading.precision === 'day' && date.reading.iso <= asOf,
    )
    .reduce((last, { date }) => laterOf(last, date.reading.iso), '');
  const lastEvent = dates
    .filter(({ date, decision }) => /^(?:event|period-start|entry)$/.test(decision.role) && date.reading.iso <= asOf)
    .reduce((last, { date }) => laterOf(last, date.reading.iso), '');
  const scored = dates
    .filter(({ decision }) => isCandidate(decision))
    .map((one) => ({ ...one, score: scoreIssue(one, { latest, lastEvent }) }))
    .sort((one, other) => other.score - one.score);
  const distinct = scored.filter(
    (one, at) => scored.findIndex((other) => other.date.reading.iso === one.date.reading.iso) === at,
  );
  const plausible = distinct.filter((one) => one.score > 0);
  const candidates = plausible.map((one) => toIssue(one, plausible.find((other) => other !== one)?.score ?? -1));
  const [best] = plausible;
  const [first, ...rest] = candidates;
  if (best === undefined || first === undefined || best.score < ENOUGH)
    return { issueDate: null, issueCandidates: candidates };
  return { issueDate: first, issueCandidates: rest };
}

/** ISO dates sort as text. */
function laterOf(one: string, other: string): string {
  return [one, other].sort().at(-1) ?? one;
}

function isCandidate(decision: RoleDecision): boolean {
  return decision.role === 'issue' || decision.role === 'other';
}

function toIssue(one: RoledDate & { score: number }, rival: number): IssueDate {
  const { date } = one;
  const share = 1 / (1 + Math.exp(1.6 * (rival - one.score)));
  const own = 1 / (1 + Math.exp(-1.3 * (one.score - 0.2)));
  return {
    iso: date.reading.iso,
    text: date.text,
    page: date.line.page.page,
    box: roundedBox(date.box),
    confidence: rounded(readingConfidence(date) * own * share),
  };
}

/** The reading alone: how clear the format is, and how sure the recogniser was of the letters. */
export function readingConfidence(date: PrintedDate): number {
  // A doubtful word is right more often than its confidence says: the format has proved most of it.
  return date.reading.confidence * (0.6 + 0.4 * Math.min(1, date.wordConfidence));
}

/** Three decimals: stable output. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function scoreIssue({ date, decision }: RoledDate, known: { latest: string; lastEvent: string }): number {
  const { reading } = date;
  let score = 0;
  if (decision.isSigned) score += SIGNS.signed;
  else if (decision.role === 'issue') score += SIGNS.label * Math.min(1, decision.strength / 7);
  if (decision.isTrace || isFaxLine(date)) score += SIGNS.trace;
  if (reading.precision === 'month') score += SIGNS.month;
  if (reading.precision === 'year') score += SIGNS.year;
  if (reading.iso === known.latest) score += SIGNS.latest;
  if (known.lastEvent !== '' && reading.iso < known.lastEvent) score += SIGNS.beforeEvents;
  return score + standing(date);
}

/** What the place on the line and on the page says. */
function standing(date: PrintedDate): number {
  const { line, reading } = date;
  const before = date.fromItem - line.firstItem;
  const after = line.firstItem + line.items.length - date.toItem;
  const y = date.box[1];
  let score = 0;
  const lead = line.text.slice(0, reading.from);
  if (after <= 2 && before > 0 && before <= 5 && /[,،，]|\sle\s*$/iu.test(lead) && PLACE_DATE.test(lead))
    score += SIGNS.placed;
  else if (before <= 2 && after <= 2) score += SIGNS.alone;
  else if (before >= 5 && after >= 3) score += SIGNS.prose;
  if (date.line.pageIndex === 0 && y < 0.35) score += SIGNS.head;
  else if (y > 0.55) score += SIGNS.foot;
  if (y > 0.95 || y < 0.025) score += SIGNS.edge;
  const { marks } = date.line.page;
  if (marks.some((mark) => mark.kind === 'stamp' && isWithin(date.box, mark.box))) score += SIGNS.stamped;
  if (marks.some((mark) => mark.kind === 'signature' && Math.abs(mark.box[1] - y) < 0.14)) score += SIGNS.nearSignature;
  return score;
}

function isWithin(inner: Box, outer: Box): boolean {
  const [x, y] = [inner[0] + inner[2] / 2, inner[1] + inner[3] / 2];
  return x >= outer[0] && x <= outer[0] + outer[2] && y >= outer[1] && y <= outer[1] + outer[3];
}

/** The line a fax machine prints at the very top: date, time, numbers, page. */
function isFaxLine({ box, line }: PrintedDate): boolean {
  const isAtEdge = box[1] < 0.06 || box[1] > 0.95;
  return (
    isAtEdge &&
    /\d{1,2}[:h]\d{2}/i.test(line.text) &&
    /fax|\bp(?:age|\.)?\s?\d|\d{6,}|\d\s?\/\s?\d|https?:|→/i.test(line.text)
  );
}
