/** Marks that turn the direction of what follows: with them `exe.scan` is shown as `nacs.exe`. Those that Persian and Arabic are written with stay. */
const TURNING_MARKS = /[\u202a-\u202e\u2066-\u2069]/g;

/** `..`, drive letters, back slashes, control and turning marks are taken out: a name is a label, never a path to write to. */
export function safeName(name: string): string {
  const parts = name
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .replace(TURNING_MARKS, '')
    .split(/[/\\]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part));
  return parts.length === 0 ? 'unnamed' : parts.join('/');
}
