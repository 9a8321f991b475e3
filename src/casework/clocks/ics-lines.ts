import { withoutTurningMarks } from '#domain/turning-marks.ts';

/** Name (with its parameters) and value of a line of a calendar. */
export type IcsProperty = readonly [name: string, value: string];

/** Octets of a line without its end (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/** The lines as one text: folded, each ended by CRLF. Values of kind TEXT must be escaped already. */
export function calendarText(properties: readonly IcsProperty[]): string {
  return properties.map(([name, value]) => `${foldLine(`${name}:${value}`)}\r\n`).join('');
}

/** A value of kind TEXT (RFC 5545, 3.3.11); control characters, which it may not hold, are left out. */
export function escapeText(text: string): string {
  return withoutTurningMarks(text)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, (control) => (/[\t\n]/.test(control) ? control : ''))
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n');
}

/** A long line, broken between characters, each further line after a space that belongs to the fold. */
function foldLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > LINE_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += more;
  }
  return [...lines, current].join('\r\n');
}

/** Octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
