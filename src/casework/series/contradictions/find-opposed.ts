import { daysBetween } from '#text/calendar-days.ts';
import type { Said } from './said.ts';

/** Of what was said, the things that can't all be right: for each meaning the one that is nearest to one opposed to it; empty when all agree. */
export function findOpposed(said: readonly Said[], isOpposed: (one: Said, other: Said) => boolean): Said[] {
  const opposed = said.filter((one) => said.some((other) => isOpposed(one, other)));
  return opposed.filter((one, at) => opposed.findIndex((other) => other.value === one.value) === at);
}

/** Months that both speak of. */
export function overlap(one: Said, other: Said): boolean {
  if (one.from === null || one.to === null || other.from === null || other.to === null) return false;
  return one.from <= other.to && other.from <= one.to;
}

const DAYS_IN_MONTH = 30.4;

/** Both dated, and so many months apart at most. */
export function isWithin(one: Said, other: Said, months: number): boolean {
  if (one.from === null || other.from === null) return false;
  return Math.abs(daysBetween(one.from, other.from)) <= months * DAYS_IN_MONTH;
}
