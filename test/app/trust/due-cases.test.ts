import { describe, expect, it } from 'vitest';
import { dueCases } from '#app/trust/due-cases.ts';
import type { CaseState } from '#domain/case-state.ts';

const RULES = { open: null, closed: { months: 24, days: 0 }, archived: { months: 0, days: 90 } };
const aCase = (name: string, state: CaseState, since: string) => ({
  id: name,
  name,
  state,
  openedAt: new Date(since),
  stateSince: new Date(since),
  summary: null,
  teamId: 'a-team',
  judgedAt: null,
});
const due = (state: CaseState, since: string, today: string) => dueCases([aCase('a', state, since)], RULES, today)[0];

describe('the day from which a case is due', () => {
  it('is counted from the day it came into its state', () => {
    expect(due('closed', '2024-11-26T18:00:00Z', '2026-11-25')).toMatchObject({ dueOn: '2026-11-26', isDue: false });
    expect(due('closed', '2024-11-26T18:00:00Z', '2026-11-26')).toMatchObject({ isDue: true });
    expect(due('archived', '2026-01-01T00:00:00Z', '2026-04-01')).toMatchObject({ dueOn: '2026-04-01', isDue: true });
  });

  it('is the last of the month where the month has no such day', () => {
    expect(due('closed', '2024-02-29T12:00:00Z', '2026-01-01')?.dueOn).toBe('2026-02-28');
  });

  it('never comes where the rule says never', () => {
    expect(due('open', '1990-01-01T00:00:00Z', '2099-01-01')).toMatchObject({ dueOn: null, isDue: false });
  });

  it('orders the cases: the first due first, those that never are last', () => {
    const cases = [
      aCase('open', 'open', '2020-01-01T00:00:00Z'),
      aCase('late', 'closed', '2026-01-01T00:00:00Z'),
      aCase('soon', 'closed', '2024-01-01T00:00:00Z'),
    ];
    expect(dueCases(cases, RULES, '2026-11-26').map(({ kept }) => kept.name)).toEqual(['soon', 'late', 'open']);
  });
});
