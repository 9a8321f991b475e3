import type { Field, Place } from '#domain/findings.ts';

/** A value with where it was read. */
export function fieldOf(value: Field['value'], place: Place | null, confidence: number): Field {
  return { value, place, confidence };
}
