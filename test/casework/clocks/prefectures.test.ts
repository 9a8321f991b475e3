import { describe, expect, it } from 'vitest';
import { findPrefecture } from '#casework/clocks/find-prefecture.ts';
import { caseKnowledge } from '../case-knowledge.ts';
import { outlinePaper, type PaperOutline } from '../outline-paper.ts';

const { departements } = await caseKnowledge();

/** The prefecture of a case that holds these papers; every time from a list that was read anew. */
function prefectureOf(...papers: Partial<PaperOutline>[]): string | null {
  const outlines = papers.map((paper, at) => ({ type: 'prefecture-decision', key: `${at}`, ...paper }));
  return findPrefecture({ papers: outlines.map(outlinePaper), facts: {}, asOf: '2026-11-14' }, { ...departements });
}
const headed = (issuer: string, issued: string | null = null): Partial<PaperOutline> => ({
  letterhead: { issuer },
  issued,
});

describe('the prefecture of a case', () => {
  it('is the one that somebody said', () => {
    const papers = [outlinePaper({ type: 'prefecture-decision', letterhead: { issuer: 'Préfecture de Mayotte' } })];
    expect(findPrefecture({ papers, facts: { departement: '93' }, asOf: '2026-11-14' }, departements)).toBe('93');
  });
  it('is not known without a letter that names one', () => {
    expect(prefectureOf()).toBeNull();
    expect(prefectureOf({ text: 'Votre demande est incomplète.' })).toBeNull();
  });

  it.each([
    ['Préfecture de police', '75'],
    ['Préfète du Loiret', '45'],
    ['PRÉFET DE LA HAUTE-SAVOIE', '74'],
    ['Préfecture de l’Ain', '01'],
    ['Préfecture Mayotte', '976'],
    ['PRÉFECTURE – DU – LOIRET', '45'],
    ['Préfecture de La Réunion', '974'],
    ['Préfecture de Guyane française', '973'],
    // Names that begin with another name.
    ['Préfet de la Loire', '42'],
    ['Préfet de la Loire-Atlantique', '44'],
    ['Préfecture du Lot', '46'],
    ['Préfecture du Lot-et-Garonne', '47'],
    ['Préfecture de la Savoie', '73'],
  ])('of "%s" is %s', (issuer, id) => expect(prefectureOf(headed(issuer))).toBe(id));

  it.each([
    ['1 rue X, 75018 PARIS', '75'],
    ['BP 9306 – 97307 CAYENNE CEDEX', '973'],
    ['1 cours Y, 20090 AJACCIO', '2A'],
    ['2 rue Z, 20200 BASTIA', '2B'],
    ['CS 20617, 13008 MARSEILLE', '13'],
    // The last of several is that of the place.
    ['Site 67000, 57000 METZ', '57'],
    // A number of the telephone is no postcode.
    ['Tél. 0145678901', null],
    ['99123 NULLE PART', null],
  ])('whose address is "%s" is %s', (address, id) => expect(prefectureOf({ letterhead: { address } })).toBe(id));

  it('is named by the letterhead rather than by the address, and by these rather than by the text', () => {
    const text = 'Vu l’avis de la préfecture de Mayotte';
    const letterhead = { issuer: 'Préfecture du Loiret', address: '75018 PARIS' };
    expect(prefectureOf({ letterhead, text })).toBe('45');
    expect(prefectureOf({ letterhead: { address: '75018 PARIS' }, text })).toBe('75');
    expect(prefectureOf({ letterhead: { address: '99123 NULLE PART' }, text })).toBe('976');
    expect(prefectureOf({ text })).toBe('976');
  });
});

describe('when letters of several prefectures are in the file', () => {
  const [orleans, mamoudzou] = ['Préfecture du Loiret', 'Préfecture de Mayotte'];

  it('the latest tells which one decides, wherever it stands', () => {
    expect(prefectureOf(headed(orleans, '2026-01-10'), headed(mamoudzou, '2026-03-10'))).toBe('976');
    expect(prefectureOf(headed(mamoudzou, '2026-03-10'), headed(orleans, '2026-01-10'))).toBe('976');
    expect(
      prefectureOf(headed(orleans, '2026-01-10'), headed(mamoudzou, '2026-03-10'), headed(orleans, '2026-02-10')),
    ).toBe('976');
  });
  it('one without a date counts after those that have one', () => {
    expect(prefectureOf(headed(orleans), headed(mamoudzou, '2026-03-10'))).toBe('976');
    expect(prefectureOf(headed(mamoudzou, '2026-03-10'), headed(orleans))).toBe('976');
  });
  it('an earlier one tells when the latest names none', () => {
    expect(prefectureOf(headed('Direction des migrations', '2026-03-10'), headed(orleans, '2026-01-10'))).toBe('45');
  });
  it('papers of others do not count, though they name one', () => {
    const bill = { type: 'proof-of-address', text: 'Préfecture de Mayotte', issued: '2026-05-10' };
    expect(prefectureOf(bill)).toBeNull();
    expect(prefectureOf({ ...bill, type: null })).toBeNull();
    expect(prefectureOf(bill, headed(orleans, '2026-01-10'))).toBe('45');
  });
});
