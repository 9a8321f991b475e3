import { describe, expect, it } from 'vitest';
import { headingOf } from '#casework/dossier/heading-of.ts';
import { paperOf } from '../relations/paper-of.ts';

describe('what a paper of no known kind calls itself', () => {
  const of = (text: string, issuer?: string) =>
    headingOf(paperOf({ type: 'other', text, ...(issuer === undefined ? {} : { letterhead: { issuer } }) }));

  it('is its first line in capitals that is not its issuer', () => {
    const deed = 'SCP GUIRAUD & VENTRE\n112 rue Paradis\nPROCURATION GÉNÉRALE\nL’AN DEUX MILLE VINGT-SIX';
    expect(of(deed, 'SCP GUIRAUD & VENTRE')).toBe('Procuration générale');
  });
  it.each([
    ['has none', 'Bonjour,\nvoici la liste'],
    ['has one far down only', `${'ligne\n'.repeat(14)}PROCURATION GÉNÉRALE`],
    ['is written without capitals', 'وكالة عامة لدى الموثق'],
  ])('is nothing when it %s', (_why, text) => expect(of(text)).toBeUndefined());
});
