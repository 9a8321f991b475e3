import { countLetters } from '#text/count-letters.ts';
import type { Add } from './features.ts';
import type { HeadContext } from './head-context.ts';
import type { Candidate } from './issuer-candidates.ts';
import { isBody, isProfession } from './line-stacks.ts';

const LARGE_HEADING = { size: 1.15, largerSize: 1.3 };

/** What the known words say of the name itself. */
export function addTraits(
  { traits, line, text, isContact }: Candidate,
  { personalKinds, usualKinds }: HeadContext,
  add: Add,
): void {
  const { kind, kindLetters, isUmbrella, ownWords } = traits;
  const letters = Math.max(1, countLetters(text));
  add('body', isBody(traits));
  add('kind-letters', Math.min(kindLetters, 24) / 12);
  add('kind-share', kindLetters / letters);
  add('kind-only', kind !== null && kindLetters > 0.85 * letters);
  add('kind-repeated', traits.isKindTwice);
  add('personal-kind', isProfession(traits, personalKinds));
  add('paper-word', traits.isPaper);
  add('usual-own', kind !== null && usualKinds.has(kind) && ownWords.length > 0);
  add('umbrella', isUmbrella);
  add('umbrella-own', isUmbrella && ownWords.length > 0);
  add('section-nothing-own', traits.beginsAsSection && ownWords.length === 0);
  add('own-name', ownWords.length > 0);
  add('own-words', Math.min(4, ownWords.length) / 4);
  add('contact', isContact);
  add('title-word', line.hasTitleWord);
  add('heading', line.hasTitleWord && line.size > LARGE_HEADING.size);
  add('heading-large', line.hasTitleWord && line.size > LARGE_HEADING.largerSize);
}
