import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { createPhraseMatcher, type PhraseMatcher } from '#text/phrase-matcher.ts';
import { type TitleLine, titleLines } from '#text/title-lines.ts';
import { wordSequence } from '#text/word-sequence.ts';

/** How a page is headed, 0..1. */
export interface TitleStrength {
  /** A known title of some type of paper stands like a title. */
  readonly known: number;
  /** A line stands like a title, whatever it says. */
  readonly looks: number;
}

const matchers = new WeakMap<LanguageCues, PhraseMatcher>();

/** Languages whose titles stand on papers of any language: forms are bilingual. */
const COMMON = new Set(['fr', 'en']);

/** From here on a line is a heading by its looks alone. */
const HEADING = 0.65;

/** How clearly a page is headed by a known title of some type of paper, and by anything that looks like a title. */
export function titleStrength(page: DocumentPage, cues: readonly LanguageCues[]): TitleStrength {
  const lines = titleLines(page);
  const looks = Math.max(0, ...lines.map((line) => (line.standing >= HEADING ? line.standing : 0)));
  return { known: knownTitle(page, lines, cues), looks };
}

function knownTitle(page: DocumentPage, lines: readonly TitleLine[], cues: readonly LanguageCues[]): number {
  const words = wordSequence([page]);
  const wanted = cues.filter(
    (one) => COMMON.has(one.language) || page.languages.some((language) => language.code === one.language),
  );
  let best = 0;
  for (const hit of wanted.flatMap((one) => matcherOf(one).find(words))) {
    const covered = words.slice(hit.from, hit.to);
    const line = lines[covered[0]?.line ?? -1];
    if (line === undefined || line.letters === 0) continue;
    const letters = covered.reduce((sum, word) => sum + word.folded.length, 0);
    best = Math.max(best, line.standing * Math.min(1, letters / line.letters) ** 0.7 * hit.likeness);
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
