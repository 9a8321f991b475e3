import { describe, expect, it } from 'vitest';
import { papersToTranslate } from '#casework/routing/papers-to-translate.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { aFlag, aPaper } from '../../support/a-case.ts';

const rules = { into: 'fr', flags: ['foreign'], unclear: { below: 0.6, leastLetters: 10, flags: ['look'] } };
const language = (code: string, confidence: number) => [{ code, script: 'Latn', share: 1, confidence }];
const foreign = aPaper('a:1', 'affidavit', { flags: [aFlag('foreign')], languages: language('es', 0.9) });
const none: ReadonlySet<string> = new Set();
const keysOf = (papers: readonly CasePaper[], { translated = none, worseCopies = none } = {}) =>
  papersToTranslate({ papers, translated, worseCopies }, rules).map(({ key }) => key);

describe('papers to translate', () => {
  it('are the foreign ones that have no translation, each once', () => {
    expect(keysOf([foreign, aPaper('b:1', 'affidavit')])).toEqual(['a:1']);
    expect(keysOf([foreign], { translated: new Set(['a:1']) })).toEqual([]);
    expect(keysOf([foreign], { worseCopies: new Set(['a:1']) })).toEqual([]);
    expect(keysOf([{ ...foreign, copyOf: 'z:1' }])).toEqual([]);
  });

  it('are also those in no clear language, so that a person looks at them', () => {
    const unclear = (changes: object, text = 'krovan belit mosda') =>
      aPaper('u:1', 'other', { flags: [aFlag('look')], languages: language('az', 0.2), text, ...changes });
    expect(keysOf([unclear({})])).toEqual(['u:1']);
    expect(keysOf([unclear({ languages: language('und', 1) })])).toEqual(['u:1']);
    // French read badly is French; a few letters are in no language; a paper that nobody doubts is none of these.
    expect(keysOf([unclear({ languages: language('fr', 0.2) })])).toEqual([]);
    expect(keysOf([unclear({}, '12 x')])).toEqual([]);
    expect(keysOf([unclear({ flags: [] })])).toEqual([]);
  });
});
