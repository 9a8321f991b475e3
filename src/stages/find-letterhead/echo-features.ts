import { foldWords } from '#text/fold-words.ts';
import { type Echoes, stemOf } from './echoes.ts';
import type { Add } from './features.ts';
import type { Candidate } from './issuer-candidates.ts';

/** Shorter words are found in any address. */
const TELLING_LETTERS = 4;

/** Whether what sets a name apart is heard again: in the text and the signature, in an address, in a mail domain. */
export function addEchoes({ text, traits }: Candidate, echoes: Echoes, add: Add): void {
  const { ownWords } = traits;
  const heard = ownWords.filter((word) => echoes.text.has(stemOf(word))).length;
  const isTelling = (word: string): boolean => word.length >= TELLING_LETTERS;
  add('echo-own', ownWords.length === 0 ? 0 : heard / ownWords.length);
  add(
    'echo-contact',
    ownWords.some((word) => isTelling(word) && echoes.contacts.has(stemOf(word))),
  );
  add(
    'echo-host',
    foldWords(text).some((word) => isTelling(word) && echoes.hosts.includes(word)),
  );
}
