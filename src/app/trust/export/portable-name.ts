const LETTERS = 80;

/**
 * A name for a file of an export: the last part of the name it came under, with a number before it that keeps the order and makes it unlike all
 * others. What Windows can't take is replaced.
 */
export function portableName(number: number, name: string): string {
  const last = name.split(/[/\\]|!\//).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
    .trim();
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : '';
  const stem = clean.slice(0, clean.length - ending.length);
  const short = [...stem]
    .slice(0, LETTERS)
    .join('')
    .replace(/[. ]+$/, '');
  return `${String(number).padStart(4, '0')} ${short === '' ? 'file' : short}${ending.replace(/[. ]+$/, '')}`;
}
