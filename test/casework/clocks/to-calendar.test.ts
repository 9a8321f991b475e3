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
});
