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

/** The pattern, between the edges of words. */
export function wordPattern(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');
}

function isPattern(text: string): boolean {
  try {
    wordPattern(text);
    return true;
  } catch {
    return false;
  }
}
