import type { DocumentPage, Word } from '#domain/page-reading.ts';
import { foldWords } from '#text/fold-words.ts';
import type { Segment } from './head-segments.ts';

/** The folded words of a document outside the letterhead's zones: an issuer is often named again in the text, a stamp or under the signature. */
export function wordsElsewhere(pages: readonly DocumentPage[], segments: readonly Segment[]): ReadonlySet<string> {
  const inZones = new Set<Word>(segments.flatMap(({ words }) => words));
  const outside = pages.flatMap(({ lines }) =>
    lines.flatMap(({ words }) => words.filter((word) => !inZones.has(word))),
  );
  return new Set(outside.flatMap(({ text }) => foldWords(text)));
}
