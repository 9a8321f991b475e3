import type { Clock } from '#domain/case-judgement.ts';

/** Those that somebody still has to act on: neither settled nor lapsed, and no mere information; the earliest first, those without a day before all. */
export function openClocks(clocks: readonly Clock[]): Clock[] {
  return clocks
    .filter(({ state, kind }) => state !== 'done' && state !== 'lapsed' && kind !== 'information')
    .sort((one, other) => dayOf(one).localeCompare(dayOf(other)));
}

function dayOf({ due, actBy }: Clock): string {
  return actBy ?? due ?? '';
}
