import { countLetters } from '#text/count-letters.ts';
import type { Candidate } from './issuer-candidates.ts';
import type { Add } from './stack-features.ts';

/** Of two lines read as one name: what says that the second belongs to the first. */
export function addJoin({ line, form, second, traits }: Candidate, add: Add): void {
  if (form !== 'joined') return;
  add('joined-body-only-second', traits.kind !== null && line.traits.kind === null);
  add('joined-both-bodies', line.traits.kind !== null && second?.traits.kind != null);
  add('joined-lower', /^[\p{Ll}(]/u.test(second?.text ?? ''));
  add('joined-open', isOpen(line.text));
  add('joined-same-size', Math.abs(line.size - (second?.size ?? 0)) < 0.12 * line.size);
  add('joined-section', second?.traits.isSection === true);
}

/** How a name is written: its form, length, capitals, figures, and how surely it was read. */
export function addShape({ text, line, form, traits, hasOfficeTail }: Candidate, add: Add): void {
  const words = text.split(/\s+/);
  const letters = countLetters(text);
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  add(`form-${form}`, true);
  add('office-tail', hasOfficeTail);
  add('part-of-kind', form.endsWith('dash') && traits.kind !== null);
  add('kind-only', traits.kind !== null && traits.kindLetters > 0.85 * letters);
  add('one-word', words.length === 1);
  add('many-words', words.length > 9);
  add('long', Math.max(0, letters - 60) / 30);
  add('capitals', upper >= 4 && upper > 3 * lower);
  add('quoted', /[«»“”„"]/u.test(text));
  add('colon', /[:;№=]/.test(text));
  add('digits', /\p{N}{3}/u.test(text));
  add('digit', /\p{N}/u.test(text));
  add('ends-open', form !== 'joined' && isOpen(text));
  add('lower-start', /^\p{Ll}/u.test(text));
  add('sentence', /[.!?]$/.test(text) && words.length > 4);
  add('few-letters', letters < 6);
  const confidence = line.words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, line.words.length);
  add('misread', Math.max(0, 0.8 - confidence) * 3);
}

/** Ends on a hyphen, a comma or a word too short to end a name, or holds a bracket that is not closed. */
function isOpen(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return /[-,&(«„]$|\s(?:de|des|du|d'|la|le|les|et|of|and|the|for|y|e|del|della|di|da|do|dos|und|für|der|van|en|i|и|і|w|pour)$/iu.test(
    text,
  )
    ? true
    : count(/[(]/g) > count(/[)]/g) || count(/«/g) > count(/»/g);
}

/** Bilingual heads name the body twice: the name in the script of the page is the one to write down. */
export function addScript(text: string, isLatin: boolean, add: Add): void {
  const letters = countLetters(text);
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0) add('other-script', isLatin ? latin / letters < 0.5 : latin / letters > 0.5);
}
