import { z } from 'zod';

/** A regular expression over folded text (no accents, lower case), as pipelines write it; a wrong one is a problem of the file that holds it. */
export const regexSchema = z.string().refine((pattern) => {
  try {
    return new RegExp(pattern, 'gu') instanceof RegExp;
  } catch {
    return false;
  }
}, 'a regular expression that can be read');
