import type { DateRole } from '#domain/findings.ts';
import type { Box } from '#domain/geometry.ts';
import { runsOn } from './date-lines.ts';
import type { LabelHit } from './label-matcher.ts';
import type { DateLine, PrintedDate } from './printed-date.ts';

/** The role of a date, how strongly its surroundings say so (0 nothing … about 10), and what else the labels say. */
export interface RoleDecision {
  readonly role: DateRole;
  readonly strength: number;
  /** What the labels say for each role, also where another one wins; without those of signing and discharge. */
  readonly strengths: Readonly<Partial<Record<DateRole, number>>>;
  /** How strongly the place and date of signing are announced. */
  readonly signing: number;
  /** How strongly it is called the day a patient left. */
  readonly discharge: number;
  readonly isTrace: boolean;
}

const WORDS_BEFORE = 9;
const WORDS_AFTER = 4;
const ENOUGH = 3;
/** "décret n° 2020-12 du 3 mars": the word that names a law stands further off than the one before the date. */
const LAW: DateRole = 'law';

/** "від 07.12.2017 № 2229-VIII", "от 27.07.2006 № 152-ФЗ": the numbers of laws end on letters. */
const LAW_NUMBER = /^[^\p{L}\p{N}№]{0,3}(?:[рг]\.?|року|года)?\s*№\s?\d{1,5}[-–][\p{Lu}l!|]{1,6}(?!\p{L})/u;
const NUMBERED_LAW = 9.5;

/** Decides by the label that stands nearest: before on the line or in the sentence, in the cell above or left, or right after. */
export function assignRole(
  date: PrintedDate,
  labels: readonly LabelHit[],
  dates: readonly PrintedDate[],
): RoleDecision {
  const near = labels
    .map((label) => ({ ...label, score: scoreLabel(date, label, dates) }))
    .filter(({ score }) => score >= ENOUGH);
  const scored: readonly ScoredRole[] = [...near, ...lawNumber(date)];
  const best = scored
    .filter((one) => one.role !== null)
    .reduce<ScoredRole>((most, one) => (one.score > most.score ? one : most), {
      kind: 'none',
      role: 'other',
      score: 0,
    });
  const strengths: Partial<Record<DateRole, number>> = {};
  for (const { role, kind, score } of scored)
    if (role !== null && kind !== 'signing' && kind !== 'discharge')
      strengths[role] = Math.max(score, strengths[role] ?? 0);
  return {
    role: rangeRole(date, best.role ?? 'other'),
    strength: best.score,
    strengths,
    signing: strongest(scored, 'signing'),
    discharge: strongest(scored, 'discharge'),
    isTrace: scored.some(({ kind }) => kind === 'trace'),
  };
}

interface ScoredRole {
  readonly kind: LabelHit['kind'] | 'number' | 'none';
  readonly role: DateRole | null;
  readonly score: number;
}

function strongest(scored: readonly ScoredRole[], kind: ScoredRole['kind']): number {
  return scored.reduce((most, one) => (one.kind === kind ? Math.max(most, one.score) : most), 0);
}

function lawNumber(date: PrintedDate): ScoredRole[] {
  return LAW_NUMBER.test(date.rest) ? [{ kind: 'number', role: LAW, score: NUMBERED_LAW }] : [];
}

/** A printed period is one whatever its label, unless the label says when something ends or becomes due. */
function rangeRole(date: PrintedDate, role: DateRole): DateRole {
  if (date.reading.range === 'start') return 'period-start';
  if (date.reading.range === 'end') return role === 'expiry' ? role : 'period-end';
  return role;
}

function scoreLabel(date: PrintedDate, label: LabelHit, dates: readonly PrintedDate[]): number {
  if (label.line.page !== date.line.page) return 0;
  if (label.kind === 'after') return afterScore(date, label);
  const inText = textScore(date, label, dates);
  return Math.max(inText, cellScore(date, label)) * label.likeness;
}

/** Words of a longer label are worth a little more: "date de naissance" beats the "date" within it. */
function weight(label: LabelHit): number {
  const law = label.role === LAW ? 1.5 : 0;
  return law + 0.45 * Math.min(label.to - label.from, 5);
}

function textScore(date: PrintedDate, label: LabelHit, dates: readonly PrintedDate[]): number {
  const distance = date.fromItem - label.to;
  // The title of a law stands between its name and its date.
  const isLaw = label.role === LAW;
  if (distance < 0 || distance > (isLaw ? 2 * WORDS_BEFORE : WORDS_BEFORE)) return 0;
  const isSameLine = label.line === date.line;
  const reach = isLaw ? WORDS_BEFORE : 4;
  if (!isSameLine && !(isAbove(label.line, date.line) && date.line.firstItem - label.to <= reach)) return 0;
  const between = dates.filter(
    (other) => other !== date && other.fromItem >= label.to && other.toItem <= date.fromItem && !isListed(other, date),
  ).length;
  const gap = sentenceGap(date, label) + (isSameLine ? 0 : 1);
  return 9 - wordCost(label) * distance - 3.5 * between - 2.5 * gap + weight(label);
}

/** Lines of one block count as one text, wherever they stand in it. */
function isAbove(line: DateLine, next: DateLine): boolean {
  return line.block === next.block || runsOn(line, next);
}

/** "controls on 26.02.2026 and 26.03.2026": what is said of the first is said of the second. */
function isListed(first: PrintedDate, second: PrintedDate): boolean {
  if (first.line !== second.line) return false;
  return LISTED.test(first.line.text.slice(first.reading.to, second.reading.from).toLowerCase());
}
const LISTED = /^[\s.,;]*(?:[гр]\.?\s*)?(?:и|та|і|et|and|y|e|und|ve|و|oraz|și|si|och|en|&)?\s*$/u;

/** What a word between label and date takes from the label. */
function wordCost(label: LabelHit): number {
  if (label.role === LAW) return 0.4;
  return isBare(label) ? 2 : 0.75;
}

/** "Date" alone says little about a date that other words stand before: it may be the date of anything. */
function isBare(label: LabelHit): boolean {
  return label.role === 'issue' && label.kind === 'before' && label.to - label.from === 1;
}

/** How many sentences, brackets and quotations end between label and date: what was said before a full stop says little. */
function sentenceGap(date: PrintedDate, label: LabelHit): number {
  const start = label.line.items
    .slice(0, label.to - label.line.firstItem)
    .reduce((sum, item) => sum + item.folded.length, 0);
  const between =
    label.line === date.line
      ? date.line.text.slice(start, date.reading.from)
      : `${label.line.text.slice(start)} ${date.line.text.slice(0, date.reading.from)}`;
  const end = label.role === LAW ? /\p{L}{3,}[.;)]+\s/gu : /\p{L}{3,}[.;)»”]+\s/gu;
  return between.match(end)?.length ?? 0;
}

/** A label in the cell above or left of the date, on forms and tables. */
function cellScore(date: PrintedDate, label: LabelHit): number {
  if (label.line === date.line || label.to > label.line.firstItem + label.line.items.length) return 0;
  const height = Math.max(date.box[3], 0.008);
  const isLeft = Math.abs(middle(label.box) - middle(date.box)) < 0.7 * height && label.box[0] < date.box[0];
  if (isLeft) {
    const gap = date.box[0] - (label.box[0] + label.box[2]);
    return gap < -0.01 || gap > 0.35 ? 0 : 7.5 - 8 * gap + weight(label) - cellTail(label);
  }
  const drop = date.box[1] - (label.box[1] + label.box[3]);
  if (drop < -0.3 * height || drop > 2.2 * height || overlap(label.box, date.box) < 0.3) return 0;
  // A label above belongs to the cell below it only when the date begins its own cell.
  return date.fromItem - date.line.firstItem > 2 ? 0 : 6.5 - drop / height + weight(label) - cellTail(label);
}

/** "Date and place of birth": words that go on after a bare "Date" make it the date of something else. */
function cellTail(label: LabelHit): number {
  if (!isBare(label)) return 0;
  const tail = label.line.firstItem + label.line.items.length - label.to;
  return 2.5 * Math.min(tail, 3);
}

function middle(box: Box): number {
  return box[1] + box[3] / 2;
}

function overlap(one: Box, other: Box): number {
  const shared = Math.min(one[0] + one[2], other[0] + other[2]) - Math.max(one[0], other[0]);
  return shared / Math.max(0.001, Math.min(one[2], other[2]));
}

function afterScore(date: PrintedDate, label: LabelHit): number {
  const distance = label.from - date.toItem;
  if (distance < 0 || distance > WORDS_AFTER) return 0;
  if (label.line.block !== date.line.block && label.line !== date.line) return 0;
  return (9 - 1.2 * distance + weight(label)) * label.likeness;
}
