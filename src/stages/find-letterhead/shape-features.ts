import { countLetters } from '#text/count-letters.ts';
import type { Add } from './features.ts';
import type { HeadLine } from './head-lines.ts';
import type { Candidate } from './issuer-candidates.ts';
import { LEVEL } from './known-words.ts';

/** How a name is written: its form, length, capitals, figures. */
export function addShape({ text, form, traits }: Candidate, add: Add): void {
  const words = text.split(/\s+/);
  const letters = countLetters(text);
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  add(`form-${form}`, form !== 'before-dash');
  add('many-words', words.length > 9);
  add('long', Math.max(0, letters - 60) / 30);
  add('capitals', upper >= 4 && upper > 3 * lower);
  add('quoted', /[«»“”„"]/u.test(text));
  add('colon', /[:;№=]/.test(text));
  add('digits', /\p{N}{3}/u.test(text));
  add('digit', /\p{N}/u.test(text));
  add('number-in-name', traits.kind !== null && NUMBER_IN_NAME.test(text));
  add('ends-open', form !== 'joined' && isOpen(text));
  add('lower-start', /^\p{Ll}/u.test(text));
  add('few-letters', letters < 6);
}

/** `Commissariat n° 3`, `5 Nisan`, `19-umumta'lim maktabi`. */
const NUMBER_IN_NAME = /№|\bn[°º]\s?\d|\b\d{1,3}(?:[-.]?(?:ª|º|°|ci|cu|saylı|sonli|th|st|nd|rd)?)\s\p{L}/iu;

/** Of names broken over lines and names beside others on one line: what the pieces say of each other. */
export function addJoin(candidate: Candidate, add: Add): void {
  if (candidate.form === 'joined') addJoined(candidate, add);
  addPieces(candidate, add);
}

function addJoined({ line, second, traits }: Candidate, add: Add): void {
  if (second === null) return;
  add('joined-body-only-second', traits.kind !== null && line.traits.kind === null);
  add('joined-bare-name', isBare(line) && second.traits.ownWords.length > 0 && second.traits.kind === null);
  add('joined-open', isOpen(line.text));
  add('joined-quoted', /^[«„“"]/u.test(second.text) && !/[«„“"]/u.test(line.text));
  add('joined-acronym', /^\(?[\p{Lu}.]{2,8}\)?$/u.test(second.text));
  add('joined-larger', line.size > second.size * 1.15);
}

/** A word for a body and nothing that sets it apart. */
function isBare({ traits }: HeadLine): boolean {
  return traits.kind !== null && traits.ownWords.length === 0;
}

function addPieces({ line, text, form, pieces, piece }: Candidate, add: Add): void {
  const [, rest] = pieces;
  if (rest === undefined) return;
  if (piece !== null) add('rest-longer', countLetters(line.text) > 2 * countLetters(text));
  add('two-pieces', piece === 0 && / – /u.test(text));
  add('two-pieces-kind', piece === 0 && / – /u.test(text) && rest.kind !== null);
  if (form !== 'whole') return;
  add('whole-rest', true);
  add('whole-rest-part', rest.level === LEVEL.part || rest.beginsAsSection);
  add('whole-rest-kind', rest.kind !== null);
  add('whole-rest-foreign', rest.isKindForeign);
}

/** Words that no name ends on: articles, prepositions, conjunctions. */
const OPEN_WORDS =
  'de des du d’ la le les et pour que qui of and the for to by with y e el del en con para por della di da do dos com per il und für der die das den von zur zum im dass van het voor і и в на по при за от для от й та i w z ze do dla o oraz și pentru cu pe al a în në dhe të së për me ve ile için və üçün və ilə και του της των για στο na za u sa kwa ya wa la cha ee iyo u ka dan yang untuk di của và cho về ak pou nan'.split(
    ' ',
  );
const ENDS_OPEN = new RegExp(`[-,&(«„]$|\\s(?:${OPEN_WORDS.join('|')})$`, 'iu');

/** Ends on a hyphen, a comma or a word too short to end a name, or holds a bracket or a quotation that is not closed. */
function isOpen(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return (
    ENDS_OPEN.test(text) || count(/[(]/g) > count(/[)]/g) || count(/«/g) > count(/»/g) || count(/„/g) > count(/[“”"]/g)
  );
}
