import { expect, it } from 'vitest';
import { isPrintedDate } from '#domain/printed-date.ts';
import { parseDate } from '#web/document/parse-date.ts';

it('reads dates as people write them, as precise as they are', () => {
  const written = {
    '14/03/2025': '2025-03-14',
    '4.3.2025': '2025-03-04',
    ' 14 03 2025 ': '2025-03-14',
    '2025-3-4': '2025-03-04',
    '03/2025': '2025-03',
    '2025-03': '2025-03',
    '2025': '2025',
    '29/02/2024': '2024-02-29',
  };
  for (const [text, iso] of Object.entries(written)) expect([text, parseDate(text)]).toEqual([text, iso]);
  expect(Object.values(written).every(isPrintedDate)).toBe(true);
});

it('takes nothing for a date that is none', () => {
  for (const text of ['30/02/2025', '2025-13-01', '00/2025', 'mars 2025', '14/03/25', '', '20250314'])
    expect([text, parseDate(text), isPrintedDate(text)]).toEqual([text, null, false]);
});
