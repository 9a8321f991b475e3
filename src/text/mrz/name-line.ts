import { distance } from 'fastest-levenshtein';

/** Surname and given names as the zone spells them: capitals, a filler between two words. */
export interface ZoneNames {
  readonly surname: string;
  readonly given: string;
}

/** What readers make of fillers. */
const FILLER = '[<CKSEL46]';
/** One sign between two names, or some before the fillers that end them. */
const FILLERS_READ = new RegExp(`^(?:${FILLER}(?:<|$)|${FILLER}*<<)`);
/** Letters of a name for each that may be misread. */
const LETTERS_PER_SLIP = 6;
/** A shorter word on the paper tells nothing. */
const LEAST_LETTERS = 2;
const MOST_WORDS = 6;

/**
 * The names on the first line of a passport's zone, from the sixth sign on. Fillers are read as letters, and letters have no check
 * digit; the paper prints the names once more, and that print decides where the zone differs from it by little. `print` are the other lines.
 */
export function readNames(line: string, print: readonly string[]): ZoneNames {
  const printed = [...new Set(print.flatMap(runsOfWords))];
  const [first = ''] = line.split(/<{2,}/);
  const surname = printedLike(first, line, printed);
  const isCut = surname !== first && !first.startsWith(`${surname}`);
  const rest = isCut ? line.slice(first.length) : line.slice(surname.length);
  const after = rest.replace(new RegExp(`^${FILLER}{0,2}`), '').replace(/^<+/, '');
  const [second = ''] = after.split(/<{2,}/);
  // Fillers at the end of the line, read as letters.
  const given = /^[CKSEL<]*$/.test(second) && rest.startsWith('<<<') ? '' : second;
  return { surname, given: printedLike(given, after, printed) };
}

/** The printed words that this name is: the same, the same before fillers read as letters, or a letter apart. */
function printedLike(name: string, line: string, printed: readonly string[]): string {
  if (name === '' || printed.includes(name)) return name;
  const [begun] = printed
    .filter((one) => line.startsWith(one) && FILLERS_READ.test(line.slice(one.length)))
    .sort((a, b) => b.length - a.length);
  if (begun !== undefined) return begun;
  const most = Math.floor(name.length / LETTERS_PER_SLIP);
  const [near] = printed
    .map((one) => ({ one, slips: distance(one, name) }))
    .filter(({ one, slips }) => slips <= most && one.length >= LEAST_LETTERS)
    .sort((a, b) => a.slips - b.slips);
  return near?.one ?? name;
}

/** Words of a line, up to six in a row, spelt as the zone spells them. */
function runsOfWords(text: string): string[] {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((word) => word !== '');
  return words.flatMap((_word, from) =>
    Array.from({ length: Math.min(MOST_WORDS, words.length - from) }, (_, more) =>
      words.slice(from, from + more + 1).join('<'),
    ).filter((run) => run.length >= LEAST_LETTERS),
  );
}
