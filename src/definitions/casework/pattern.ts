import { z } from 'zod';

/** A regular expression for folded text, as pipelines write it; a wrong one is a problem of the file that holds it. */
export const patternSchema = z.string().refine(isPattern, 'a regular expression that can be read');

/** One in which `{delay}` stands for a delay in words or figures. */
export const delayPatternSchema = z
  .string()
  .refine(
    (text) => text.includes('{delay}') && isPattern(text.replace('{delay}', 'x')),
    'a pattern with {delay} in it',
  );

/** The pattern, between the edges of words. Built once: every paper of a case is held against the same ones. */
export function wordPattern(pattern: string): RegExp {
  const known = built.get(pattern);
  if (known !== undefined) return known;
  const isLatin = !BEYOND_ASCII.test(pattern);
  const edge = isLatin ? LATIN_EDGE : ANY_EDGE;
  const regex = new RegExp(`(?<!${edge})(?:${isLatin ? inLatin(pattern) : pattern})(?!${edge})`, 'u');
  if (built.size >= MOST_BUILT) built.clear();
  built.set(pattern, regex);
  return regex;
}

const BEYOND_ASCII = /[^ -~]/;
const ANY_EDGE = '[\\p{L}\\p{N}]';
/**
 * Folded Latin letters, by their places: a class of Unicode takes a third of a millisecond to build, and a pipeline has hundreds of patterns. Words of Latin
 * letters end where these end.
 */
const LATIN_LETTERS = 'a-z\\u00aa\\u00b5\\u00ba\\u00df-\\u00f6\\u00f8-\\u024f';
const LATIN_EDGE = `[0-9${LATIN_LETTERS}]`;

/** A pattern of Latin words, its letters given by their places. */
function inLatin(pattern: string): string {
  return pattern.replace(/\[(?:[^\]\\]|\\.)*\]|\\p\{L\}/g, (part) =>
    part === '\\p{L}' ? `[${LATIN_LETTERS}]` : part.replaceAll('\\p{L}', LATIN_LETTERS),
  );
}

const built = new Map<string, RegExp>();
const MOST_BUILT = 2000;

function isPattern(text: string): boolean {
  try {
    wordPattern(text);
    return true;
  } catch {
    return false;
  }
}
