import { withoutTurningMarks } from '#domain/turning-marks.ts';

/** Text as it stands in XML or HTML, in elements and in attributes; what XML may not hold is left out. */
export function escapeMarkup(text: string): string {
  return withoutTurningMarks(text)
    .toWellFormed()
    .replace(/\p{Cc}/gu, (control) => (/[\t\n\r]/.test(control) ? control : ''))
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
