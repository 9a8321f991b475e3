import { execFileSync } from 'node:child_process';

/** Fonts for the eye rather than for papers, or whose digits are something else. */
const UNFIT =
  /Quran|Qurn|Siyaq|Syriac|Thaana|Kaithi|Mahajani|Chakma|Syloti|Colored|Decorative|Shado|Metal|AlBattar|Electron|Graph|Japan|Jet|Nice|Symbol|Emoji|Braille|Ogham|Dingbats|Music|Math|Runic|Pen$|Art$|Haramain|TitleL|AlManzomah|Nagham|Hani|Rehan|Khalid|KacstTitle|KacstScreen|Sharjah|Tarablus|^Hor$|CJK|Z003/i;

/** Families installed here that draw all the characters, sorted. */
export function fontsWith(characters: string): string[] {
  const codes = [...new Set(characters)].map((one) => one.codePointAt(0)!.toString(16)).join(' ');
  const families = execFileSync('fc-list', [`:charset=${codes}`, 'family'], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.split(',')[0]!.trim())
    .filter((family) => family !== '' && !UNFIT.test(family));
  return [...new Set(families)].sort();
}
