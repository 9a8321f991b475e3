import type { Proofreading } from '#definitions/proofreading.schema.ts';
import type { PageReading } from '#domain/page-reading.ts';
import { dropSpecks } from './drop-specks.ts';
import { joinHanWords } from './join-han-words.ts';
import { mendDashes } from './mend-dashes.ts';
import { mendLookalikes } from './mend-lookalikes.ts';
import { createSpellingMender } from './mend-spelling.ts';
import { mendStrayQuotes } from './mend-stray-quotes.ts';

/**
 * Mends what a recogniser is known to misread: marks told by their size, letters and punctuation told by script and language.
 * A page with its own text was not recognised, and is as it was written.
 */
export function mendPage(reading: PageReading, rules: Proofreading): PageReading {
  if (reading.source !== 'ocr') return reading;
  const mendSpelling = createSpellingMender(rules.corrections, reading);
  // Dots before specks: a middle dot between two words is print.
  const marked = mendStrayQuotes(reading.lines).map((line) => mendDashes(line, reading));
  const lines = dropSpecks({ ...reading, lines: marked })
    .map((line) => joinHanWords(mendSpelling(mendLookalikes(line, rules.lookalikes)), reading))
    .filter(({ words }) => words.length > 0);
  // A page that was read is not turned into an empty one.
  return lines.length === 0 ? reading : { ...reading, lines };
}
