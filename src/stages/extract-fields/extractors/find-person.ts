import { foldText } from '#text/fold-text.ts';
import type { TextLine } from '../text-line.ts';

/** Words that tell of a person: courtesy titles before the name, "born on" after it, and titles of professionals to leave out. */
export interface PersonCues {
  readonly titles: readonly string[];
  readonly bornAfter: readonly string[];
  readonly notAfter: readonly string[];
}

/** Whom the paper is about: the first name after a courtesy title, a name followed by a birth before any other. */
export function findPerson(lines: readonly TextLine[], cues: PersonCues): { name: string; at: TextLine } | undefined {
  const titles = new Set(cues.titles.map(foldText));
  const found = lines.flatMap((line) => {
    const words = line.line.words.map((word) => word.text);
    return words.flatMap((word, at) => {
      if (!titles.has(foldText(word))) return [];
      const name = nameAt(words.slice(at + 1), cues);
      if (name === undefined) return [];
      const rest = foldText(line.text).slice(-200);
      return [{ name, at: line, isBorn: cues.bornAfter.some((cue) => rest.includes(` ${foldText(cue)} `)) }];
    });
  });
  return found.find((one) => one.isBorn) ?? found[0];
}

function nameAt(words: readonly string[], cues: PersonCues): string | undefined {
  const name: string[] = [];
  for (const word of words.slice(0, 5)) {
    const bare = word.replace(/^[\s,;:.()]+|[\s,;:.()]+$/g, '');
    if (cues.notAfter.includes(foldText(bare))) return undefined;
    // A script without capitals gives at most two words.
    const isName = /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(bare) || (/^\p{Lo}[\p{L}\p{M}]+$/u.test(bare) && name.length < 2);
    if (!isName) break;
    name.push(bare);
    if (/[,;:.()]$/.test(word)) break;
  }
  return name.length === 0 || name.join('').length < 3 ? undefined : name.join(' ');
}
