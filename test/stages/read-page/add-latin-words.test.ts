import { describe, expect, it } from 'vitest';
import type { Box } from '#domain/geometry.ts';
import type { Word } from '#domain/page-reading.ts';
import type { Recognition } from '#ports/text-recognizer.ts';
import { addLatinWords } from '#stages/read-page/add-latin-words.ts';

/** One line of words side by side, each `[text, confidence]`; a null text leaves its place empty. */
function reading(...words: readonly (readonly [string | null, number])[]): Recognition {
  const box = (at: number): Box => [0.1 + at * 0.1, 0.2, 0.09, 0.01];
  const found = words.flatMap(([text, confidence], at): Word[] =>
    text === null ? [] : [{ text, box: box(at), confidence }],
  );
  return { confidence: 0.9, lines: [{ block: 0, box: [0.1, 0.2, 0.1 * words.length, 0.01], words: found }] };
}

const textOf = ({ lines }: Recognition): string =>
  lines.flatMap(({ words }) => words.map(({ text }) => text)).join(' ');

describe('a reading in another script', () => {
  it('gets the Latin words that its model only guessed', () => {
    const greek = reading(['στο', 0.95], ['Ηοάάαη', 0.4], ['του', 0.95]);
    const latin = reading(['oto', 0.6], ['Hodan', 0.93], ['Tou', 0.7]);
    expect(textOf(addLatinWords(greek, latin))).toBe('στο Hodan του');
  });

  it('keeps what it read surely, though the Latin model is sure of look-alikes', () => {
    const cyrillic = reading(['НОТА', 0.93], ['РОСА', 0.7]);
    const latin = reading(['HOTA', 0.95], ['POCA', 0.86]);
    expect(textOf(addLatinWords(cyrillic, latin))).toBe('НОТА РОСА');
  });

  it('gets a Western number whose figures its model lost or took for letters', () => {
    const hindi = reading(['दिनांक', 0.9], ['05/0/2024', 0.85], ['2ዐ18', 0.9]);
    const latin = reading(['fas', 0.3], ['05/10/2024', 0.92], ['2018', 0.95]);
    expect(textOf(addLatinWords(hindi, latin))).toBe('दिनांक 05/10/2024 2018');
  });

  it('keeps figures of its own, which look like other Western ones', () => {
    const arabic = reading(['بتاريخ', 0.9], ['١٥/٣', 0.5]);
    const nepali = reading(['मिति', 0.9], ['२०८१', 0.5]);
    expect(textOf(addLatinWords(arabic, reading(['x', 0.1], ['10/3', 0.95])))).toBe('بتاريخ ١٥/٣');
    expect(textOf(addLatinWords(nepali, reading(['x', 0.1], ['2028', 0.95])))).toBe('मिति २०८१');
  });

  it('gets a Latin word where its model saw nothing, at its place in the line', () => {
    const russian = reading(['принимает', 0.9], [null, 0], ['утром', 0.9]);
    expect(textOf(addLatinWords(russian, reading([null, 0], ['Sertraline', 0.95], [null, 0])))).toBe(
      'принимает Sertraline утром',
    );
    const arabic: Recognition = {
      confidence: 0.9,
      lines: [
        {
          block: 0,
          box: [0.1, 0.2, 0.3, 0.01],
          words: [
            { text: 'يتناول', box: [0.3, 0.2, 0.09, 0.01], confidence: 0.9 },
            { text: 'صباحا', box: [0.1, 0.2, 0.09, 0.01], confidence: 0.9 },
          ],
        },
      ],
    };
    expect(textOf(addLatinWords(arabic, reading([null, 0], ['Sertraline', 0.95], [null, 0])))).toBe(
      'يتناول Sertraline صباحا',
    );
  });
});
