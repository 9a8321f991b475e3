import { describe, expect, it } from 'vitest';
import { calendarText, escapeText } from '#casework/clocks/ics-lines.ts';

const linesOf = (value: string) =>
  calendarText([['SUMMARY', value]])
    .split('\r\n')
    .slice(0, -1);

describe('a line of a calendar', () => {
  // After "SUMMARY:" there is room for 67 octets.
  it.each([
    ['a', 67], ['\u007f', 67], ['\u0080', 33], ['é', 33], ['\u07ff', 33],
    ['\u0800', 22], ['ሰ', 22], ['\uffff', 22], ['\u{10000}', 16], ['😀', 16],
  ])('holds as many %j as 75 octets have room for: %i', (character, most) => {
    expect(linesOf(character.repeat(most))).toEqual([`SUMMARY:${character.repeat(most)}`]);
    expect(linesOf(character.repeat(most + 1))).toEqual([`SUMMARY:${character.repeat(most)}`, ` ${character}`]);
  }); // biome-ignore format: a table reads better in rows

  it('goes on behind a space that counts among the 75', () => {
    expect(linesOf('a'.repeat(67 + 74 + 1))).toEqual([`SUMMARY:${'a'.repeat(67)}`, ` ${'a'.repeat(74)}`, ' a']);
  });
});

describe('a text in a calendar', () => {
  it('keeps its lines, however they were ended', () => expect(escapeText('a\r\nb\rc\nd')).toBe('a\\nb\\nc\\nd'));
  it('keeps tabs and loses other controls', () => expect(escapeText('a\tb\u0007c')).toBe('a\tbc'));
});
