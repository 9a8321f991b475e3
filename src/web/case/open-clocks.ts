import type { Clock } from '#domain/case-judgement.ts';

/**
 * Those that somebody has to know of: not settled, and no mere information. What is still to come first, the nearest first, those without a day before all;
 * then what has lapsed, the latest first.
 */
export function openClocks(clocks: readonly Clock[]): Clock[] {
  const open = clocks.filter(({ state, kind }) => state !== 'done' && kind !== 'information');
  const lapsed = open
    .filter(({ state }) => state === 'lapsed')
    .sort((one, other) => dayOf(other).localeCompare(dayOf(one)));
  const coming = open
    .filter(({ state }) => state !== 'lapsed')
    .sort((one, other) => dayOf(one).localeCompare(dayOf(other)));
  return [...coming, ...lapsed];
}

function dayOf({ due, actBy }: Clock): string {
  return actBy ?? due ?? '';
}
