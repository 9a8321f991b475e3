import { describe, expect, it } from 'vitest';
import { judgeRelations } from '#casework/relations/judge-relations.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { aFlag, aPaper, humanitarianCasework } from '../../support/a-case.ts';

const rules = await humanitarianCasework();
const original = aPaper('o:1', 'affidavit', { flags: [aFlag('needs-translation')] });
const translation = aPaper('t:1', 'other', { text: 'rien en commun' });
const judge = (papers: readonly CasePaper[], pairs?: { original: string; translationFile: string }[]) =>
  judgeRelations({ papers, facts: {}, asOf: '2026-11-26', ...(pairs && { pairs }) }, rules);

describe('a pair that somebody accepted', () => {
  const pair = { original: 'o:1', translationFile: 't' };

  it('holds however little the two are alike', () => {
    expect(judge([original, translation]).translated.size).toBe(0);
    const { relations, translated, findings } = judge([original, translation], [pair]);
    expect(relations.translations).toEqual([{ original: 'o:1', translation: 't:1', confidence: 1 }]);
    expect([...translated]).toEqual(['o:1']);
    expect(findings.filter(({ rule }) => rule === 'translation-missing')).toEqual([]);
  });

  it('is that of the part of the file that is a translation, and of the first of copies', () => {
    const copyOfOriginal = aPaper('t:1', 'affidavit', { text: 'annexe' });
    const real = aPaper('t:2', 'certified-translation', { text: 'traduction' });
    expect(judge([original, copyOfOriginal, real], [pair]).relations.translations[0]?.translation).toBe('t:2');
    const copy = aPaper('t:1', 'certified-translation', { copyOf: 'early:1', text: 'traduction' });
    const early = aPaper('early:1', 'certified-translation', { text: 'traduction' });
    expect(judge([original, early, copy], [pair]).relations.translations[0]?.translation).toBe('early:1');
  });

  it('of papers that are not there is none', () => {
    expect(judge([translation], [pair]).relations.translations).toEqual([]);
    expect(judge([original], [pair]).relations.translations).toEqual([]);
  });
});
