import { beforeAll, describe, expect, it } from 'vitest';
import { type AnnexReference, createAnnexFinder } from '#casework/series/statement/annex-references.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { foldText } from '#text/fold-text.ts';
import { humanitarianCasework } from '../../support/a-case.ts';
import { paperOf, type RelationOutline } from '../relations/paper-of.ts';
import { seriesOf, toldOf } from './findings-of.ts';

let judge: Awaited<ReturnType<typeof seriesOf>>;
let find: (text: string) => AnnexReference[];
beforeAll(async () => {
  judge = await seriesOf();
  const { statement: rules } = (await humanitarianCasework()).casework;
  if (rules === undefined) throw new Error('statement.yaml is missing or wrong');
  find = createAnnexFinder(rules.annexes);
});

const statement = (text: string, more: Partial<RelationOutline> = {}): CasePaper =>
  paperOf({ key: 'letter', type: 'personal-statement', text, ...more });
const annex = (type: string, more: Partial<RelationOutline> = {}): CasePaper => paperOf({ key: type, type, ...more });
const told = (papers: readonly CasePaper[]) => toldOf(judge(papers), 'statement');

describe('references to annexes', () => {
  it.each<[string, number[]]>([
    ['Annexe 1 : rapport psychologique', [1]],
    ['(annexe n° 12)', [12]],
    ['annexes 1, 2 et 4', [1, 2, 4]],
    ['pièces n° 3 à 6', [3, 4, 5, 6]],
    ['Pièce jointe n°2', [2]],
    ['PJ 3', [3]],
    ['PJ n° 3', [3]],
    ['Annexe IV', [4]],
    ['annexes I à III', [1, 2, 3]],
    ['see Annex 2 and 3', [2, 3]],
    ['Exhibits 1-3', [1, 2, 3]],
    ['Appendix No. 5', [5]],
    ['une pièce d’identité', []],
    ['un appartement de trois pièces', []],
    ['en annexe', []],
    ['annexe du contrat', []],
    ['pièce 2024/118', []],
  ])('%s: %j', (text, numbers) => expect(find(foldText(text)).flatMap((one) => one.numbers)).toEqual(numbers));
});

describe('a personal statement', () => {
  const cites = 'Je suis suivie (annexe 1 : rapport psychologique).';
  const annexes = [annex('psychological-report')];

  it('of two pages is short enough, of three it is not', () => {
    expect(told([statement(cites, { pages: 2 }), ...annexes])).toEqual([]);
    expect(told([statement(cites, { pages: 3 }), ...annexes])).toEqual(['statement-long letter']);
  });

  const dates = (...isos: readonly string[]) => isos.map((iso) => ({ iso, role: 'event' as const, text: iso }));
  it.each<[string, string[], string[]]>([
    ['in order', ['2019', '2021-03', '2021-03-04', '2024'], []],
    ['with one look back', ['2019', '2024', '2021', '2025'], []],
    ['out of order', ['2024', '2021', '2019-05', '2025'], ['statement-not-chronological letter']],
    ['in a year and on a day of it', ['2021-05-06', '2021', '2022'], []],
  ])('%s', (_what, isos, expected) => {
    const placed = statement(cites, { dates: dates(...isos) });
    // Told one below the other.
    const down = placed.record.dates.map((date, at) => ({
      ...date,
      box: [0.1, 0.1 + at * 0.1, 0.1, 0.02] as [number, number, number, number],
    }));
    expect(told([{ ...placed, record: { ...placed.record, dates: down } }, ...annexes])).toEqual(expected);
  });

  it('twice in the file is told', () => {
    const other = { ...statement(`${cites} Autre version, plus longue.`), key: 'other' };
    expect(told([statement(cites), other, ...annexes])).toContain('statement-several letter other');
  });
});

describe('annexes', () => {
  it('that the statement calls by their type are found without numbers on them', () => {
    const text = 'Ma plainte (annexe 1) et le rapport psychologique (annexe 2). Annexe 3 : bulletins de paie';
    expect(told([statement(text), annex('police-report'), annex('psychological-report'), annex('pay-slip')])).toEqual(
      [],
    );
  });
  it('that are cited and not in the file are named with what they are', () => {
    const found = judge([
      statement('Annexe 1 : rapport psychologique\nAnnexe 2 : certificat de scolarité'),
      annex('psychological-report'),
    ]);
    const [absent] = found.filter(({ rule }) => rule === 'annexes-absent');
    expect(absent?.message.fr).toContain('2 (Certificat de scolarité)');
  });
  it.each([
    ["by the file's name", { file: 'Annexe 2 - plainte.pdf' }],
    ['by a title on the page', { text: 'ANNEXE N° 2\nProcès-verbal' }],
    ['by a title at the foot', { text: 'Procès-verbal\nlu et approuvé\nAnnexe 2' }],
  ])('bear their number %s', (_where, more) => {
    expect(
      told([
        statement('voir annexe 1 et annexe 2'),
        annex('police-report', more),
        annex('pay-slip', { file: 'annexe_1.pdf' }),
      ]),
    ).toEqual([]);
    expect(
      told([statement('voir annexe 1'), annex('police-report', more), annex('pay-slip', { file: 'annexe_1.pdf' })]),
    ).toEqual(['annexes-uncited letter police-report']);
  });
  it('a sentence that cites an annex makes no annex of a paper', () => {
    const letter = annex('ngo-statement', {
      text: 'Comme le montre la pièce 7, la personne est suivie depuis deux ans par notre équipe.',
    });
    expect(told([statement('Annexe 1 : attestation de l’association'), letter])).toEqual([]);
  });
  it('that skip a number, that are cited without one, and none at all', () => {
    expect(
      told([
        statement('Annexe 1 : ma plainte. Annexe 3 : ordonnance'),
        annex('police-report'),
        annex('treatment-plan'),
      ]),
    ).toEqual(['annexes-gap letter']);
    expect(told([statement('Voir annexe, ci-joint ma plainte')])).toEqual(['annexes-unnumbered letter']);
    expect(told([statement('Je demande un titre de séjour.')])).toEqual(['no-annexes letter']);
  });
  it('papers that carry weight and are not cited are listed, civil papers are not', () => {
    const text = 'Annexe 1 : ma plainte';
    expect(told([statement(text), annex('police-report'), annex('medical-certificate'), annex('passport')])).toEqual([
      'annexes-uncited letter medical-certificate',
    ]);
  });
});

describe('an annex that is called by its author', () => {
  const letter = statement(
    'Je suis malade (Annexe 1 : certificat du diabétologue ; Annexe 2 : certificat de l’ophtalmologue).',
  );
  const certificate = (key: string, text: string): CasePaper => paperOf({ key, type: 'medical-certificate', text });
  const diabetes = certificate('a', 'Docteur Lestienne, endocrinologue-diabétologue. Certificat médical.');

  it('is not there when another doctor wrote', () => {
    const finding = judge([letter, diabetes]).find(({ rule }) => rule === 'annexes-absent');
    expect(finding?.message.fr).toContain(' : 2. ');
  });
  it('is there when that doctor did', () => {
    const eyes = certificate('b', 'Service d’ophtalmologie. Certificat médical.');
    expect(told([letter, diabetes, eyes])).toEqual([]);
  });
});
