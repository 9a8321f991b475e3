import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { createPhraseMatcher, type PhraseMatcher } from '#text/phrase-matcher.ts';
import { titleLines } from '#text/title-lines.ts';
import { wordSequence } from '#text/word-sequence.ts';

const matchers = new WeakMap<LanguageCues, PhraseMatcher>();

/** Languages whose titles stand on papers of any language: forms are bilingual. */
const COMMON = new Set(['fr', 'en']);

/** From here on a line is a heading by its looks alone. */
const HEADING = 0.65;

/** How clearly a known title of some type of paper stands like a title on the page, 0..1. */
export function titleStrength(page: DocumentPage, cues: readonly LanguageCues[]): number {
  const lines = titleLines(page);
  const words = wordSequence([page]);
  const wanted = cues.filter(
    (one) => COMMON.has(one.language) || page.languages.some((language) => language.code === one.language),
  );
  // A line that stands like a title is half a title, whatever it says.
  let best = 0.5 * Math.max(0, ...lines.map((line) => (line.standing >= HEADING ? line.standing : 0)));
  for (const one of wanted) {
    for (const hit of matcherOf(one).find(words)) {
      const covered = words.slice(hit.from, hit.to);
      const line = lines[covered[0]?.line ?? -1];
      if (line === undefined || line.letters === 0) continue;
      const letters = covered.reduce((sum, word) => sum + word.folded.length, 0);
      best = Math.max(best, line.standing * Math.min(1, letters / line.letters) ** 0.7 * hit.likeness);
    }
  }
  return best;
}

function matcherOf(cues: LanguageCues): PhraseMatcher {
  const known = matchers.get(cues);
  if (known !== undefined) return known;
  const matcher = createPhraseMatcher(Object.values(cues.types).flatMap((type) => type.titles));
  matchers.set(cues, matcher);
  return matcher;
}
