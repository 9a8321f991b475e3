/**
 * Text brought to one form for comparing: NFKC (so that presentation forms and decomposed accents agree), lower case, accents and
 * Arabic vowel marks off, one kind of apostrophe, dash and space. Never for output: what is shown is what was printed.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .normalize('NFC')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Letters, digits and marks of ASCII, one space apart: only their case is left to level, which most words save a microsecond by. */
const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*$/;
