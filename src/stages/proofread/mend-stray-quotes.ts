import type { Line, Word } from '#domain/page-reading.ts';

/** A quotation mark or apostrophe in front of a word: dust and the edges of boxes look like one. */
const OPENING = /^[‘’'“”"„«](?=[\p{L}\p{N}])/u;
const CLOSING = /[’'‘”“"»]/u;
/** Dutch writes some words short: 's morgens, 't huis. */
const SHORT_WORD = /^['’‘][stnmkd]$|^['’‘][stn](?=-)/iu;
/** Lines a quotation may go on for. */
const LINES_AHEAD = 8;

/** Takes off opening quotation marks that are closed nowhere: those are not printed. */
export function mendStrayQuotes(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, number) => {
    const words = line.words.map((word, index) => {
      if (!OPENING.test(word.text) || SHORT_WORD.test(word.text)) return word;
      const rest = [
        word,
        ...line.words.slice(index + 1),
        ...lines.slice(number + 1, number + LINES_AHEAD).flatMap((next) => next.words),
      ];
      return rest.some((next, offset) => isClosing(next, offset)) ? word : { ...word, text: word.text.slice(1) };
    });
    return words.every((word, index) => word === line.words[index]) ? line : { ...line, words };
  });
}

/** A mark at the end of a word or before its punctuation; an apostrophe inside a word closes nothing. */
function isClosing({ text }: Word, offset: number): boolean {
  const end = (offset === 0 ? text.slice(1) : text).match(/[^\p{L}\p{N}]+$/u)?.[0] ?? '';
  return CLOSING.test(end);
}
