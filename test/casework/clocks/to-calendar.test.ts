import { describe, expect, it } from 'vitest';
import { toCalendar } from '#casework/clocks/to-calendar.ts';
import { clocksOf, notified, PAPERS } from './clock-of.ts';

const papers = [
  PAPERS.receipt,
  notified(PAPERS.request, '2026-11-12'),
  { type: 'passport', fields: { expiry: '2027-08-31' } },
];
const order = { case: 'Dossier A, n° 7; suite', asOf: '2026-06-01', language: 'fr' as const };
const calendarOf = (asOf: string, of: Parameters<typeof clocksOf>[1], language: 'fr' | 'en' = 'fr') =>
  toCalendar({ ...order, asOf, language, clocks: clocksOf(asOf, of) });
/** Lines as a reader sees them, unfolded. */
const linesOf = (ics: string): string[] => ics.replaceAll('\r\n ', '').split('\r\n');

/** The lines of the event on a day, without those of its mark and of its alarms. */
const eventOn = (ics: string, day: string): string[] => {
  const lines = linesOf(ics);
  const at = lines.indexOf(`DTSTART;VALUE=DATE:${day}`);
  return at < 0 ? [] : lines.slice(at, lines.indexOf('END:VEVENT', at));
};
const daysOf = (ics: string): string[] =>
  linesOf(ics).flatMap((line) => (line.startsWith('DTSTART;VALUE=DATE:') ? [line.slice(19)] : []));
const permit = {
  type: 'other',
  text: 'TITRE DE SÉJOUR',
  issued: '2026-03-01',
  dates: [{ iso: '2027-02-28', role: 'expiry' as const, text: '28.02.2027' }],
};

describe('the calendar file', () => {
  it('is lines of 75 octets at most, each ended by CRLF', () => {
    const ics = calendarOf('2026-11-14', [PAPERS.removal, ...papers]);
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = ics.split('\r\n');
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    // A fold inside a character would leave a replacement sign behind.
    expect(Buffer.from(ics).toString('utf8')).not.toContain('\ufffd');
  });
  it('opens and closes every part', () => {
    const lines = linesOf(calendarOf('2026-06-01', papers));
    const open: string[] = [];
    for (const line of lines) {
      if (line.startsWith('BEGIN:')) open.push(line.slice(6));
      if (line.startsWith('END:')) expect(open.pop()).toBe(line.slice(4));
    }
    expect(open).toEqual([]);
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Liasse//Clocks//FR']);
  });
  it('has an all-day event on the last day and on the day by which to act', () => {
    const lines = linesOf(calendarOf('2026-06-01', [PAPERS.receipt]));
    const at = lines.indexOf('DTSTART;VALUE=DATE:20261009');
    expect(lines[at - 1]).toBe('DTSTAMP:20260601T000000Z');
    expect(lines[at + 1]).toBe('DTEND;VALUE=DATE:20261010');
    expect(lines[at + 2]).toBe('SUMMARY:Dossier A\\, n° 7\\; suite : Fin de validité du récépissé');
    expect(lines).toContain('DTSTART;VALUE=DATE:20260924');
    expect(lines.filter((line) => line.startsWith('TRIGGER:'))).toContain('TRIGGER:-P6DT15H');
  });
  it('ends the year in the next one', () => {
    const lines = linesOf(calendarOf('2026-06-01', [{ ...PAPERS.receipt, fields: { expiry: '2026-12-31' } }]));
    expect(lines[lines.indexOf('DTSTART;VALUE=DATE:20261231') + 1]).toBe('DTEND;VALUE=DATE:20270101');
  });
  it('shows every end that is possible, marked as to be checked', () => {
    const lines = linesOf(calendarOf('2026-10-06', [PAPERS.removal], 'en'));
    const titles = lines.filter((line) => line.startsWith('SUMMARY:'));
    expect(titles).toHaveLength(3);
    expect(titles[1]).toBe(
      'SUMMARY:Dossier A\\, n° 7\\; suite: Appeal against the obligation to leave (OQTF) – seven days (house arrest or prison) (to be checked)',
    );
    expect(lines).toContain('STATUS:TENTATIVE');
  });
  it('keeps its UIDs when the day moves, and none twice', () => {
    const uids = (ics: string) => linesOf(ics).filter((line) => line.startsWith('UID:'));
    const before = uids(calendarOf('2026-06-01', papers));
    expect(new Set(before).size).toBe(before.length);
    expect(uids(calendarOf('2026-06-20', papers))).toEqual(before);
    expect(before[0]).toMatch(/^UID:[0-9a-f]{32}@liasse$/);
  });
  it('says nothing of the person but the name of the case', () => {
    const named = { ...PAPERS.receipt, text: `${PAPERS.receipt.text} Nom BERISHA Prénom Agron N° étranger 4203118822` };
    expect(calendarOf('2026-06-01', [named])).not.toMatch(/BERISHA|Agron|4203118822/);
  });
  it('leaves out what is settled', () => {
    expect(calendarOf('2026-11-01', [PAPERS.removal, PAPERS.filed])).not.toContain('BEGIN:VEVENT');
  });
  it('makes signs of the format, and of terminals, harmless in a name', () => {
    const ics = toCalendar({
      ...order,
      case: 'a\\b\r\nEND:VCALENDAR\u001b[31m\ud800',
      clocks: clocksOf('2026-06-01', [PAPERS.receipt]),
    });
    expect(linesOf(ics).filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    expect(ics).toContain('a\\\\b\\nEND:VCALENDAR[31m');
    expect(ics).not.toContain('\u001b');
  });
  it('says whose deadlines it holds, so that programs show it as a calendar of its own', () => {
    expect(linesOf(calendarOf('2026-06-01', [])).slice(3)).toEqual([
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Liasse – échéances de Dossier A\\, n° 7\\; suite',
      'END:VCALENDAR',
      '',
    ]);
  });
});

describe('an event', () => {
  const alarm = (trigger: string, summary: string) => [
    'BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:${trigger}`, `DESCRIPTION:${summary}`, 'END:VALARM',
  ]; // biome-ignore format: a table reads better in rows

  it('of a deadline tells the state and the source, blocks no time, and warns a week and a day ahead', () => {
    const summary = 'Dossier A\\, n° 7\\; suite: Receipt lapses';
    expect(eventOn(calendarOf('2026-06-01', [PAPERS.receipt], 'en'), '20261009').slice(2)).toEqual([
      `SUMMARY:${summary}`,
      'DESCRIPTION:The receipt is valid until 9 October 2026 (in 130 days). Ask for renewal by 24 September 2026 at the latest.\\nSource: CESEDA\\, art. R.431-12 à R.431-15-1 \\; guide 2025 (six mois\\, renouvellement 15 jours avant)',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      ...alarm('-P6DT15H', summary),
      ...alarm('-PT15H', summary),
    ]);
  });
  it('of a reminder warns the day before', () => {
    const lines = eventOn(
      calendarOf('2026-06-01', [{ type: 'passport', fields: { expiry: '2027-08-31' } }]),
      '20270831',
    );
    expect(lines.slice(6)).toEqual(alarm('-PT15H', 'Dossier A\\, n° 7\\; suite : Fin de validité du passeport'));
  });
  it('of what is only information warns of nothing, and asks for nothing to be done', () => {
    const clocks = clocksOf('2026-11-14', [PAPERS.deposit], { departement: '93' }).filter(
      ({ kind }) => kind === 'information',
    );
    expect(clocks.map(({ opens, due }) => [opens, due])).toContainEqual(['2027-03-12', '2027-05-12']);
    const ics = toCalendar({ ...order, clocks });
    expect(daysOf(ics)).toEqual(['20270312', '20270512']);
    expect(ics).not.toContain('VALARM');
    expect(ics).not.toContain('possible à partir');
  });
});

describe('the events of a clock', () => {
  it('are the first day to act, the last day to act and the last day', () => {
    const ics = calendarOf('2026-06-01', [permit]);
    expect(daysOf(ics)).toEqual(['20261031', '20261230', '20270228']);
    const titles = daysOf(ics).map((day) => eventOn(ics, day)[2]?.replace(/^.*suite : /, ''));
    expect(titles).toEqual([
      "Renouvellement du titre de séjour : possible à partir d'aujourd'hui",
      "Renouvellement du titre de séjour : à faire aujourd'hui au plus tard",
      'Renouvellement du titre de séjour',
    ]);
  });
  it('are one when all of that is the same day', () => {
    expect(daysOf(calendarOf('2026-06-01', [{ ...permit, issued: '2027-02-28' }]))).toEqual(['20270228']);
  });
  it('have a mark each, also when several last days are possible', () => {
    const marks = (ics: string) => linesOf(ics).filter((line) => line.startsWith('UID:'));
    expect(new Set(marks(calendarOf('2026-10-06', [PAPERS.removal]))).size).toBe(3);
    expect(new Set(marks(calendarOf('2026-06-01', [permit]))).size).toBe(3);
  });
  it('stand by their day, whichever clock came first', () => {
    const clocks = clocksOf('2026-06-01', [...papers, permit]);
    const ics = toCalendar({ ...order, clocks: clocks.toReversed() });
    expect(daysOf(ics)).toEqual(daysOf(ics).toSorted());
    expect(ics).toBe(toCalendar({ ...order, clocks }));
    expect(new Set(daysOf(ics)).size).toBeGreaterThan(4);
  });
  it('of one day stand in an order of their own, the same in every export', () => {
    const letters = [PAPERS.request, PAPERS.request].map((paper, at) => ({
      ...paper,
      issued: `2026-11-0${at + 2}`,
      text: `${paper.text} Sans réponse au 30/11/2026`,
      dates: [{ iso: '2026-11-30', role: 'other' as const, text: '30/11/2026' }],
    }));
    const clocks = clocksOf('2026-11-14', letters).filter(({ due }) => due === '2026-11-30');
    expect(clocks).toHaveLength(2);
    expect(toCalendar({ ...order, clocks: clocks.toReversed() })).toBe(toCalendar({ ...order, clocks }));
  });
});
