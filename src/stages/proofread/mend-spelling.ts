import type { Correction } from '#definitions/proofreading.schema.ts';
import type { Line, PageReading, Word } from '#domain/page-reading.ts';

/** A correction ready to be applied. */
interface Applicable {
  readonly find: RegExp;
  readonly isFor: (line: string) => boolean;
  readonly put: (line: string) => string;
}

/** The corrections that hold for a page, as a function of its lines: boxes stay, a word of which nothing is left goes. */
export function createSpellingMender(
  rules: readonly Correction[],
  { languages, lines }: PageReading,
): (line: Line) => Line {
  const letters = new Set(lines.flatMap(({ words }) => words.flatMap(({ text }) => [...text])));
  const corrections = rules
    .filter((one) => isOfLanguage(one, languages[0]?.code) && isUnread(one, letters))
    .map(prepared);
  return (line) => mendLine(line, corrections);
}

function mendLine(line: Line, corrections: readonly Applicable[]): Line {
  const read = line.words.map(({ text }) => text).join(' ');
  let mended = read;
  for (const { isFor, put } of corrections) {
    if (!isFor(mended)) continue;
    const next = put(mended);
    // Which word has which box must stay clear, so no correction may join words or part them.
    if (countParts(next) === countParts(mended)) mended = next;
  }
  if (mended === read) return line;
  const texts = mended.split(' ');
  let next = 0;
  const words = line.words.flatMap((word): Word[] => {
    const [from, to] = [next, next + countParts(word.text)];
    next = to;
    const text = texts.slice(from, to).join(' ').normalize('NFC');
    if (text.length === 0) return [];
    return [text === word.text ? word : { ...word, text }];
  });
  return { ...line, words };
}

/** Parts between spaces: one, but for the odd word that holds a space. */
function countParts(text: string): number {
  return text.split(' ').length;
}

function isOfLanguage({ languages }: Correction, language: string | undefined): boolean {
  return languages === undefined || (language !== undefined && languages.includes(language));
}

function isUnread({ unlessRead = '' }: Correction, letters: ReadonlySet<string>): boolean {
  return [...unlessRead].every((letter) => !letters.has(letter));
}

const remembered = new WeakMap<Correction, Applicable>();

function prepared(correction: Correction): Applicable {
  const known = remembered.get(correction) ?? prepare(correction);
  remembered.set(correction, known);
  return known;
}

function prepare({ find: source, put = '', letters, scripts = [] }: Correction): Applicable {
  const find = new RegExp(source, 'gu');
  const letter = scripts.length === 0 ? /(?:)/u : new RegExp(scripts.map((one) => `\\p{sc=${one}}`).join('|'), 'u');
  return {
    find,
    isFor: (line) => letter.test(line),
    put:
      letters === undefined
        ? (line) => line.replace(find, put)
        : (line) => line.replace(find, (found) => Array.from(found, (one) => letters[one] ?? one).join('')),
  };
}
