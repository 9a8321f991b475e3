import { withoutTurningMarks } from '#domain/turning-marks.ts';

/** `..`, drive letters, back slashes, control and turning marks are taken out: a name is a label, never a path to write to. */
export function safeName(name: string): string {
  const parts = withoutTurningMarks(
    name
      .toWellFormed()
      .normalize('NFC')
      .replace(/\p{Cc}/gu, ''),
  )
    .split(/[/\\]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part));
  return parts.length === 0 ? 'unnamed' : parts.join('/');
}
