import { createHash } from 'node:crypto';
import type { Clock } from '#domain/case-judgement.ts';
import { addSpan, NO_SPAN } from '../calendar/add-span.ts';
import { CALENDAR_WORDS } from './calendar-words.ts';
import { calendarText, escapeText, type IcsProperty } from './ics-lines.ts';

/** What a calendar is made of. */
export interface CalendarOrder {
  /** The case's name: all that titles say of the person. */
  readonly case: string;
  readonly clocks: readonly Clock[];
  /** ISO day of the judgement. */
  readonly asOf: string;
  readonly language: 'fr' | 'en';
}

/** One all-day event. */
interface Event {
  readonly clock: Clock;
  readonly uid: string;
  readonly iso: string;
  readonly title: string;
}

/**
 * The clocks of a case as a calendar (RFC 5545): all-day events on last days, on days by which to act and on those from which it is possible, with alarms.
 * Settled clocks are left out. UIDs follow case, rule and paper, so that a later export replaces an earlier one. Same input, same bytes.
 */
export function toCalendar(order: CalendarOrder): string {
  const words = CALENDAR_WORDS[order.language];
  const events = order.clocks
    .filter(({ state }) => state !== 'done')
    .flatMap((clock) => eventsOf(clock, order))
    .sort((a, b) => (`${a.iso} ${a.uid}` < `${b.iso} ${b.uid}` ? -1 : 1));
  return calendarText([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Liasse//Clocks//FR'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', escapeText(words.calendar(order.case))],
    ...events.flatMap((event) => eventLines(event, order)),
    ['END', 'VCALENDAR'],
  ]);
}

function eventsOf(clock: Clock, order: CalendarOrder): Event[] {
  const words = CALENDAR_WORDS[order.language];
  const label = clock.label[order.language];
  const event = (part: string, iso: string, title: string): Event => ({
    clock,
    uid: uidOf(clock, part, order),
    iso,
    title,
  });
  const isSeveral = clock.ends.length > 1;
  const ends = clock.ends.map((end, index) =>
    event(`end-${index}`, end.iso, isSeveral ? words.possible(label, end.label[order.language]) : label),
  );
  const isActedOn = clock.kind !== 'information';
  const { opens, actBy, due } = clock;
  return [
    ...ends,
    ...(isActedOn && opens !== null && opens !== due ? [event('opens', opens, words.opens(label))] : []),
    ...(isActedOn && actBy !== null && actBy !== due ? [event('act-by', actBy, words.actBy(label))] : []),
  ];
}

/** Tells the events of a case apart, the same in every export, and says nothing of the case. */
function uidOf({ rule, paper }: Clock, part: string, order: CalendarOrder): string {
  const id = createHash('sha256').update([order.case, rule, paper, part].join('\n')).digest('hex');
  return `${id.slice(0, 32)}@liasse`;
}

function eventLines({ clock, uid, iso, title }: Event, order: CalendarOrder): IcsProperty[] {
  const words = CALENDAR_WORDS[order.language];
  const isUnclear = clock.state === 'unclear';
  const summary = words.event(order.case, isUnclear ? words.unclear(title) : title);
  const details = `${clock.message[order.language]}\n${words.source(clock.source)}`;
  const alarms = clock.kind === 'deadline' ? ['-P6DT15H', '-PT15H'] : ['-PT15H'];
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', uid],
    ['DTSTAMP', `${basic(order.asOf)}T000000Z`],
    ['DTSTART;VALUE=DATE', basic(iso)],
    ['DTEND;VALUE=DATE', basic(addSpan(iso, { ...NO_SPAN, days: 1 }))],
    ['SUMMARY', escapeText(summary)],
    ['DESCRIPTION', escapeText(details)],
    ['STATUS', isUnclear ? 'TENTATIVE' : 'CONFIRMED'],
    ['TRANSP', 'TRANSPARENT'],
    // Nine in the morning of the day before, and for deadlines of the seventh day before: an all-day event begins at midnight.
    ...(clock.kind === 'information' ? [] : alarms).flatMap((trigger): IcsProperty[] => [
      ['BEGIN', 'VALARM'],
      ['ACTION', 'DISPLAY'],
      ['TRIGGER', trigger],
      ['DESCRIPTION', escapeText(summary)],
      ['END', 'VALARM'],
    ]),
    ['END', 'VEVENT'],
  ];
}

/** 2026-10-09 → 20261009. */
function basic(iso: string): string {
  return iso.replaceAll('-', '');
}
