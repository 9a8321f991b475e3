import { describe, expect, it } from 'vitest';
import type { Clock } from '#domain/case-judgement.ts';
import { daysUntil } from '../../../src/web/case/days-until.ts';
import { openClocks } from '../../../src/web/case/open-clocks.ts';

const WORDS = { fr: '', en: '' };
function clock(rule: string, changes: Partial<Clock>): Clock {
  return {
    ...{ rule, label: WORDS, kind: 'deadline', state: 'running', from: null, paper: 'p:1', due: null, ends: [] },
    ...{ opens: null, actBy: null, zone: 'Europe/Paris', doneBy: null, source: '', message: WORDS },
    ...changes,
  };
}

describe('open deadlines', () => {
  it('come by the day on which to act: unknown days first, what has lapsed last and the latest of it first', () => {
    const clocks = [
      clock('old', { state: 'lapsed', due: '2024-01-01' }),
      clock('later', { due: '2027-01-04' }),
      clock('lapsed', { state: 'lapsed', due: '2026-09-18' }),
      clock('unknown', { state: 'unclear' }),
      clock('soon', { due: '2027-02-03', actBy: '2026-12-01' }),
      clock('done', { state: 'done', due: '2026-12-02' }),
      clock('usual', { kind: 'information', due: '2026-12-03' }),
    ];
    expect(openClocks(clocks).map(({ rule }) => rule)).toEqual(['unknown', 'soon', 'later', 'lapsed', 'old']);
  });
});

describe('days until a day', () => {
  it('are counted from today where the reader is, whatever the hour', () => {
    const lateEvening = new Date(2026, 10, 26, 23, 59);
    expect(['2026-11-26', '2026-11-27', '2026-11-25', '2027-01-04'].map((day) => daysUntil(day, lateEvening))).toEqual([
      ...[0, 1, -1, 39],
    ]);
  });
});
