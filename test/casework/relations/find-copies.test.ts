import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { containedIn, likenessOf, sketchText } from '#casework/relations/copies/text-sketch.ts';
import { judgeRelations, type RelationRules } from '#casework/relations/judge-relations.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { humanitarianCasework } from '../../support/a-case.ts';
import { inOrder, paperOf, type RelationOutline } from './paper-of.ts';

let rules: RelationRules;
beforeAll(async () => {
  rules = await humanitarianCasework();
});
function copiesOf(papers: readonly CasePaper[]) {
  return judgeRelations({ papers: inOrder(papers), facts: {}, asOf: '2026-11-26' }, rules).relations.copies;
}

const LETTER = `Centre hospitalier Les Genêts
Service de médecine interne, secrétariat 01 40 00 00 12
Paris, le 12 mars 2026, dossier 445 871
Je soussignée, docteur Lemaire, certifie suivre Madame KONÉ Fatoumata depuis janvier 2024
pour un diabète de type deux qui nécessite une insuline quotidienne et une surveillance régulière.
L'arrêt du traitement exposerait la patiente à des complications graves, une hospitalisation
en réanimation et la perte de la vue. Le traitement associe glargine 24 unités et metformine 1000.
Certificat remis en main propre pour faire valoir ce que de droit.`;
/** What a recogniser makes of a fax: one letter in `every` is another. */
const misread = (text: string, every: number): string =>
  [...text].map((letter, at) => (at % every === every - 1 && /[a-z]/.test(letter) ? 'x' : letter)).join('');
const letter = (key: string, more: Partial<RelationOutline> = {}): CasePaper =>
  paperOf({ key, type: 'medical-certificate', issued: '2026-03-12', text: LETTER, ...more });
const keysOf = (papers: readonly CasePaper[]) => copiesOf(papers).map(({ papers: keys }) => keys);

describe('copies of one paper', () => {
  it.each([30, 20, 14])('are found with one letter in %i misread', (every) => {
    expect(keysOf([letter('fax', { text: misread(LETTER, every), reading: 0.7 }), letter('scan')])).toEqual([
      ['scan', 'fax'],
    ]);
  });
  it('are found when pages are missing', () => {
    const long = `${LETTER}\n${'Suite du compte rendu : consultations, examens complémentaires, avis du cardiologue. '.repeat(12)}`;
    expect(keysOf([letter('one'), letter('whole', { text: long, pages: 3 })])).toEqual([['whole', 'one']]);
  });
  const taken = (paper: CasePaper, isPhoto: boolean, skewDegrees = 0): CasePaper => ({
    ...paper,
    capture: { isPhoto, skewDegrees },
  });
  it('of which one is a scan and one a photo: the scan is kept, unless the photo is read better by more than chance', () => {
    const photo = (reading: number) => taken(letter('photo', { reading }), true);
    const scan = taken(letter('scan', { reading: 0.947 }), false);
    expect(keysOf([photo(0.951), scan])).toEqual([['scan', 'photo']]);
    expect(keysOf([photo(0.98), scan])).toEqual([['photo', 'scan']]);
  });
  it('of which one is askew: the straight one is kept', () => {
    expect(keysOf([taken(letter('askew'), false, 4), taken(letter('straight'), false, 0.3)])).toEqual([
      ['straight', 'askew'],
    ]);
  });
  it('of the very bytes are found whatever is on them', () => {
    expect(
      keysOf([paperOf({ key: 'a', type: 'photograph' }), paperOf({ key: 'b', type: 'photograph', copyOf: 'a' })]),
    ).toEqual([['a', 'b']]);
  });
});

describe('two papers', () => {
  it.each<[string, Partial<RelationOutline>]>([
    ['issued on other days', { issued: '2026-06-12', text: LETTER.replace('12 mars', '12 juin') }],
    ['of other types', { type: 'hospital-letter' }],
    ['with another number', { fields: { number: '12B' } }],
    ['about two people', { fields: { patient: 'KONÉ Moussa' }, text: LETTER.replace('Fatoumata', 'Moussa') }],
    ['with other numbers on them', { text: LETTER.replace(/\d+/g, (number) => String(Number(number) * 7 + 3)) }],
    [
      'of one form, filled in otherwise',
      {
        text: LETTER.replace('KONÉ Fatoumata', 'BERISHA Teuta')
          .replace('Genêts', 'Tilleuls')
          .replace('Lemaire', 'Etcheverry'),
      },
    ],
    ['with hardly any text', { text: 'Paris 2026' }],
  ])('%s are no copies', (_what, more) => {
    const first = letter('a', { fields: { number: '11A', patient: 'KONÉ Fatoumata' } });
    expect(keysOf([first, letter('b', { fields: {}, ...more })])).toEqual([]);
  });
  it('pay slips of one employer, month after month, are no copies', () => {
    const slip = (month: string) =>
      paperOf({
        key: month,
        type: 'pay-slip',
        fields: { period: `2026-${month}` },
        text: LETTER.replace('12 mars', `30 ${month}`),
      });
    expect(keysOf(['07', '08', '09'].map(slip))).toEqual([]);
  });
});

describe('the best copy', () => {
  it.each<[string, Partial<RelationOutline>, Partial<RelationOutline>, string]>([
    ['can be read in full', { flags: ['illegible'], pages: 2 }, {}, 'se lise en entier'],
    ['has all pages', { reading: 0.99 }, { pages: 2, reading: 0.9 }, 'le plus de pages'],
    ['is no scan', { reading: 0.99 }, { source: 'text-layer', reading: 0.99 }, "fichier d'origine"],
    ['is sharp', { reading: 0.7 }, { reading: 0.93 }, 'le plus net'],
    ['is straight', { turned: 90 }, {}, 'le mieux droit'],
  ])('%s', (_what, worse, better, why) => {
    const [copies] = copiesOf([letter('worse', worse), letter('better', better)]);
    expect(copies?.papers).toEqual(['better', 'worse']);
    expect(copies?.because.fr).toContain(why);
  });
  it('came first, where nothing else tells', () => {
    expect(copiesOf([letter('a'), letter('b')])[0]).toMatchObject({ papers: ['a', 'b'] });
  });
});

describe('sketches of texts', () => {
  const text = fc
    .array(fc.stringMatching(/^[a-z]{2,10}$/), { minLength: 30, maxLength: 120 })
    .map((words) => words.join(' '));
  it('are alike both ways, and a text is like itself', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [first, second] = [sketchText(one), sketchText(other)];
        expect(likenessOf(first, second)).toBe(likenessOf(second, first));
        expect(likenessOf(first, sketchText(one))).toBe(1);
      }),
    );
  });
  it('tell the share of pieces in common to a tenth', () => {
    fc.assert(
      fc.property(text, text, text, (common, one, other) => {
        const [first, second] = [`${common}${one}`, `${common}${other}`];
        expect(Math.abs(likenessOf(sketchText(first), sketchText(second)) - exactLikeness(first, second))).toBeLessThan(
          0.16,
        );
      }),
    );
  });
  it('tell that a text is contained in another', () => {
    fc.assert(
      fc.property(text, text, (part, rest) => {
        expect(containedIn(sketchText(part), sketchText(`${part}${rest}`))).toBeGreaterThan(0.75);
      }),
    );
  });
});

function exactLikeness(one: string, other: string): number {
  const [first, second] = [one, other].map((text) => {
    const letters = text.replaceAll(' ', '');
    return new Set(Array.from({ length: letters.length - 4 }, (_none, at) => letters.slice(at, at + 5)));
  });
  return first!.intersection(second!).size / first!.union(second!).size;
}
