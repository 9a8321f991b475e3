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
  const regex = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');
  if (built.size >= MOST_BUILT) built.clear();
  built.set(pattern, regex);
  return regex;
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
