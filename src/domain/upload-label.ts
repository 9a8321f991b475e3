import { withoutTurningMarks } from './turning-marks.ts';

/** Longest name of a folder or file that is kept whole: what disks allow. */
const LONGEST_PART = 200;
const MOST_PARTS = 8;
/** Control characters, and the mark of the order of bytes. */
const UNSEEN = /[\p{Cc}\ufeff]/gu;

/**
 * The name under which an uploaded file is kept, from what a browser says of it: `folder/sub-folder/scan.pdf`. It is a label, never a path to read or
 * write, and still holds no way up, no root and nothing that looks like a file inside an archive (`!/`).
 */
export function uploadLabel(name: string, relativePath: string | undefined): string {
  const given = relativePath === undefined || relativePath.trim() === '' ? name : relativePath;
  const parts = withoutTurningMarks(given)
    .normalize('NFC')
    .replaceAll(UNSEEN, '')
    .split(/[/\\]/)
    .map((part) => part.replace(/[!\s]+$/, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-zA-Z]:$/.test(part))
    .slice(-MOST_PARTS);
  return parts.map(shorten).join('/') || 'file';
}

/** Keeps the ending, which says to people what it is. */
function shorten(part: string): string {
  if (part.length <= LONGEST_PART) return part;
  const ending = /\.[^.]{1,10}$/.exec(part)?.[0] ?? '';
  return `${part.slice(0, LONGEST_PART - ending.length)}${ending}`;
}
