/**
 * Marks that turn the direction of what follows, beyond the text they stand in: with them `exe.scan` is shown as `nacs.exe`, and a report's own words run
 * backwards. Those that Persian, Arabic and Indic scripts are written with (joiners) are none of them.
 */
const TURNING_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text from a paper or a file's name as it may be shown among words of ours. */
export function withoutTurningMarks(text: string): string {
  return text.replace(TURNING_MARKS, '');
}
