import { Temporal } from 'temporal-polyfill';
import type { Departements, Holidays } from '#definitions/casework/calendar.schema.ts';
import { publicHolidays } from './public-holidays.ts';

/** The calendar by which a prefecture's delays are counted. Days are ISO days. */
export interface PrefectureCalendar {
  /** Null when it is not known: then only national holidays count. */
  readonly departement: string | null;
  readonly name: string | null;
  /** The département and the groups it belongs to. */
  readonly places: ReadonlySet<string>;
  /** IANA time zone in which its day ends. */
  readonly zone: string;
  /** Whether that is another zone than most prefectures'. */
  readonly isElsewhere: boolean;
  /** Neither Saturday, Sunday nor public holiday. */
  isWorkingDay(iso: string): boolean;
  /** The day itself when it is a working day, else the next one. */
  workingDayFrom(iso: string): string;
  /** The n-th working day after a day, n ≥ 1. */
  addWorkingDays(iso: string, count: number): string;
}

/** What is known of the calendars of prefectures. */
export interface CalendarRules {
  readonly departements: Departements;
  readonly holidays: Holidays;
}

/** The calendar of a département's prefecture; of an unknown one (null, or a number nobody listed) the one of the whole country. */
export function createPrefectureCalendar(
  departement: string | null,
  { departements, holidays }: CalendarRules,
): PrefectureCalendar {
  const known = departements.departements.find(({ id }) => id === departement);
  const groups = Object.entries(departements.groups).filter(([, members]) => members.includes(known?.id ?? ''));
  const places = new Set(known === undefined ? [] : [known.id, ...groups.map(([group]) => group)]);
  const years = new Map<number, ReadonlySet<string>>();
  const holidaysOf = (year: number): ReadonlySet<string> => {
    const found = years.get(year) ?? publicHolidays(year, places, holidays);
    years.set(year, found);
    return found;
  };
  const isWorking = (day: Temporal.PlainDate): boolean =>
    day.dayOfWeek < 6 && !holidaysOf(day.year).has(day.toString());
  const workingFrom = (day: Temporal.PlainDate): Temporal.PlainDate => {
    let found = day;
    while (!isWorking(found)) found = found.add({ days: 1 });
    return found;
  };
  return {
    departement: known?.id ?? null,
    places,
    name: known?.name ?? null,
    zone: known?.zone ?? departements.zone,
    isElsewhere: known?.zone !== undefined && known.zone !== departements.zone,
    isWorkingDay: (iso) => isWorking(Temporal.PlainDate.from(iso)),
    workingDayFrom: (iso) => workingFrom(Temporal.PlainDate.from(iso)).toString(),
    addWorkingDays: (iso, count) => {
      let day = Temporal.PlainDate.from(iso);
      for (let left = count; left > 0; left -= 1) day = workingFrom(day.add({ days: 1 }));
      return day.toString();
    },
  };
}
