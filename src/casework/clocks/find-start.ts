import { Temporal } from 'temporal-polyfill';
import type { ClockRules, DateSource } from '#definitions/casework/clocks.schema.ts';
import { wordPattern } from '#definitions/casework/pattern.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { Box } from '#domain/geometry.ts';
import { withWesternDigits } from '#text/amounts.ts';
import { firstDay } from '#text/calendar-days.ts';
import { foldText } from '#text/fold-text.ts';
import { addSpan } from '../calendar/add-span.ts';
import type { SortedPaper } from './sort-papers.ts';

/** A date as it stands on a paper. */
interface Printed {
  /** Shortened to what is printed. */
  readonly iso: string;
  readonly page: number;
  readonly box: Box | null;
  readonly confidence: number;
}

/** The day a clock is counted from. */
export interface Start {
  /** ISO day, after what the rule adds to the printed date. */
  readonly iso: string;
  readonly printed: Printed;
  /** Why it is not certain, in sentences that speak of {from}; none when it is. */
  readonly doubts: readonly Bilingual[];
}

/** The first of the sources that gives a date, with every reason to doubt it; undefined when none does. */
export function findStart(
  sorted: SortedPaper,
  sources: readonly DateSource[],
  { clocks, asOf }: { readonly clocks: ClockRules; readonly asOf: string },
): Start | undefined {
  for (const source of sources) {
    const printed = findPrinted(sorted, source);
    if (printed === undefined) continue;
    const first = firstDay(printed.iso);
    return {
      iso: source.plus === undefined ? first : addSpan(first, source.plus),
      printed,
      doubts: doubtsOf(printed, source, { clocks, asOf }),
    };
  }
  return undefined;
}

function doubtsOf(
  { iso, confidence }: Printed,
  source: DateSource,
  { clocks: { sentences, certainFrom }, asOf }: { readonly clocks: ClockRules; readonly asOf: string },
): Bilingual[] {
  const isPast = source.from === 'issue' || (source.from === 'beside' && !source.mayBeFuture);
  return [
    source.doubt,
    confidence < certainFrom ? sentences.unsureDate : undefined,
    iso.length < 10 ? sentences.shortDate : undefined,
    isPast && firstDay(iso) > asOf ? sentences.futureStart : undefined,
  ].filter((doubt) => doubt !== undefined);
}

function findPrinted(sorted: SortedPaper, source: DateSource): Printed | undefined {
  const { record } = sorted.paper;
  switch (source.from) {
    case 'beside':
      return findBeside(sorted, source);
    case 'issue':
      return isDate(record.issueDate?.iso) ? (record.issueDate ?? undefined) : undefined;
    case 'field': {
      const value = record.fields[source.field];
      const place = record.fieldPlaces[source.field];
      if (typeof value !== 'string' || !isDate(value)) return undefined;
      const nowhere = { page: record.pages?.from ?? 1, box: null, confidence: 1 };
      return { ...(place ?? nowhere), iso: value };
    }
    case 'role':
      return record.dates
        .filter(({ role, iso }) => role === source.role && isDate(iso))
        .at(source.pick === 'first' ? 0 : -1);
  }
}

/** Roles that no words beside a date can change. */
const FIXED_ROLES = ['birth', 'law'];

/** The earliest full date right after one of the phrases, not before the paper was issued. */
function findBeside({ paper, folded }: SortedPaper, { says, reach }: Extract<DateSource, { from: 'beside' }>) {
  const issued = paper.record.issueDate?.iso ?? '';
  // Blanks are left for the day on many forms: whatever follows a full stop is another date.
  const phrases = says.map((pattern) => wordPattern(pattern).source).join('|');
  const before = new RegExp(`(?:${phrases})[^.;_]{0,${reach}}$`, 'u');
  const isBeside = (text: string): boolean =>
    placesOf(foldText(withWesternDigits(text)), folded).some((at) =>
      before.test(folded.slice(Math.max(0, at - LONGEST_PHRASE - reach), at)),
    );
  return paper.record.dates
    .filter(({ precision, role, iso }) => precision === 'day' && !FIXED_ROLES.includes(role) && iso >= issued)
    .filter(({ iso, text }) => isDate(iso) && isBeside(text))
    .sort((a, b) => (a.iso < b.iso ? -1 : 1))[0];
}

/** Letters that a phrase before a date may have. */
const LONGEST_PHRASE = 80;

function placesOf(part: string, whole: string): number[] {
  const places: number[] = [];
  for (let at = whole.indexOf(part); part !== '' && at !== -1; at = whole.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** A year, month or day that there was: recognisers read the thirtieth of February now and then. */
function isDate(iso: string | undefined): boolean {
  if (iso === undefined || !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(iso)) return false;
  try {
    Temporal.PlainDate.from(firstDay(iso));
    return true;
  } catch (thrown) {
    if (thrown instanceof RangeError) return false;
    throw thrown;
  }
}
