import { withoutTurningMarks } from '#domain/turning-marks.ts';

/** Text from a paper or a file's name, as part of a line: it must not steer the terminal, nor turn our own words. */
export function printable(text: string): string {
  return printableLine(text).trim();
}

/** A whole line in which such texts may stand; its indent stays. */
export function printableLine(line: string): string {
  return withoutTurningMarks(line.replace(/\p{Cc}/gu, ' '));
}
