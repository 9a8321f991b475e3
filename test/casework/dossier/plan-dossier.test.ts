import { describe, expect, it } from 'vitest';
import type { PaperOrder } from '#casework/dossier/paper-order.ts';
import { planDossier } from '#casework/dossier/plan-dossier.ts';
import type { DossierRules } from '#definitions/casework/dossier.schema.ts';
import type { Cell, CriterionJudgement, CrossFinding } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { aCasePaper, aJudgement, received } from '../../support/a-case-paper.ts';

const both = (text: string) => ({ fr: text, en: text });
const rules: DossierRules = {
  sections: [
    { label: both('Récit personnel'), types: ['letter'], findings: [], place: 'first', name: both('Récit') },
    { label: both('État civil'), types: ['birth'], findings: ['civil-identity'], place: 'first' },
    { label: both('Procédure'), types: ['decision'], findings: [], place: 'last' },
  ],
  rest: both('Autres pièces'),
  leftOut: [
    { types: [], findings: ['somebody-else'], unless: [], because: both('d’une autre personne') },
    {
      types: ['nothing'],
      findings: [],
      unless: ['date', 'issuer', 'client-named'],
      because: both('nature non reconnue'),
    },
  ],
  references: [],
  followsStatement: true,
  pages: {
    margins: { side: 6, top: 10, bottom: 10 },
    mostEnlarged: 1.5,
    leastDpi: 100,
    readable: { dpi: 200, quality: 75, heavyKb: 600 },
  },
  portal: {},
};

const criterion = (id: string, rank: number): CriterionJudgement => ({
  id,
  label: both(`critère ${id}`),
  coverage: 'met',
  strength: 80,
  rank,
  because: [],
});
const cell = (paper: string, of: string, strength: number, isCounted = true): Cell => ({
  paper,
  criterion: of,
  weight: 1,
  factors: [],
  strength,
  isCounted,
});

function plan(papers: CasePaper[], changes: Parameters<typeof aJudgement>[0] = {}, order: PaperOrder | null = null) {
  const judgement = aJudgement({ criteria: [criterion('health', 2), criterion('work', 1)], ...changes });
  return planDossier(judgement, received(...papers), {
    language: 'fr',
    rules,
    order,
    permit: both('Titre'),
    article: 'art. 1',
    client: null,
    typeLabel: (id) => `type ${id}`,
    flagLabel: (code) => code,
    languageName: (code) => code,
  });
}

const type = (id: string) => ({ type: { id, confidence: 1, alternatives: [], because: [] }, criteria: [] });
const dated = (iso: string) => ({
  issueDate: { iso, confidence: 1, text: '', page: 1, box: [0, 0, 0, 0] as [number, number, number, number] },
});
const numbers = (made: ReturnType<typeof plan>) => made.annexes.map(({ paper, number }) => `${number}: ${paper}`);

describe('the plan of an annexed dossier', () => {
  it('lists papers by section, criterion (best carried first) and date, undated ones last', () => {
    const made = plan(
      [
        aCasePaper('undated', type('pay')),
        aCasePaper('later', { ...type('pay'), ...dated('2026-02') }),
        aCasePaper('health', { ...type('certificate'), ...dated('2020-01-01') }),
        aCasePaper('sooner', { ...type('pay'), ...dated('2026-01-31') }),
        aCasePaper('decision', type('decision')),
        aCasePaper('birth', type('birth')),
        aCasePaper('stray', type('photo')),
      ],
      {
        cells: [
          cell('undated', 'work', 10),
          cell('later', 'work', 50),
          cell('sooner', 'work', 50),
          cell('sooner', 'health', 20),
          cell('health', 'health', 90),
        ],
      },
    );
    expect(numbers(made)).toEqual([
      '1: birth',
      '2: sooner',
      '3: later',
      '4: undated',
      '5: health',
      '6: decision',
      '7: stray',
    ]);
    expect(made.annexes.map(({ group }) => group)).toEqual([
      'État civil',
      'critère work',
      'critère work',
      'critère work',
      'critère health',
      'Procédure',
      'Autres pièces',
    ]);
    expect(made.annexes[1]?.criteria).toEqual(['critère work', 'critère health']);
  });

  it('lists a paper by what counts, even where something uncounted is stronger', () => {
    const made = plan([aCasePaper('a', type('pay'))], {
      cells: [cell('a', 'work', 90, false), cell('a', 'health', 10)],
    });
    expect(made.annexes[0]?.group).toBe('critère health');
  });

  it('puts the statement first, without a number', () => {
    const made = plan([aCasePaper('pay', type('pay')), aCasePaper('story', type('letter'))]);
    expect(made.annexes.map(({ name, number }) => [name, number])).toEqual([
      ['Récit', 'Récit'],
      ['Annexe 1', '1'],
    ]);
  });

  it('puts translations right behind their originals, under the same number', () => {
    const made = plan(
      [
        aCasePaper('translation', { ...type('pay'), ...dated('2019') }),
        aCasePaper('again', { ...type('pay'), ...dated('2018') }),
        aCasePaper('original', { ...type('certificate'), ...dated('2026') }),
        aCasePaper('next', type('certificate')),
      ],
      {
        cells: [cell('original', 'health', 50), cell('next', 'health', 50), cell('translation', 'work', 50)],
        relations: {
          copies: [],
          people: [],
          translations: [
            { original: 'original', translation: 'translation', confidence: 1 },
            { original: 'original', translation: 'again', confidence: 1 },
          ],
        },
      },
    );
    expect(numbers(made)).toEqual(['1: original', '1 bis: translation', '1 ter: again', '2: next']);
    expect(made.annexes[1]?.translates).toBe('traduction de l’annexe 1');
    expect(made.annexes[1]?.group).toBe('critère health');
  });

  it('leaves copies and papers of no kind out, and says why', () => {
    const made = plan(
      [
        aCasePaper('blurred', type('pay')),
        aCasePaper('sharp', type('pay')),
        aCasePaper('same bytes', type('pay'), 'sharp'),
        aCasePaper('list of groceries', type('nothing')),
        aCasePaper('empty', { type: null, pages: null, error: { code: 'empty-file', message: '' } }),
      ],
      { relations: { copies: [{ papers: ['sharp', 'blurred'], because: both('') }], translations: [], people: [] } },
    );
    expect(numbers(made)).toEqual(['1: sharp']);
    expect(made.leftOut.map(({ paper, because }) => [paper, because])).toEqual([
      ['blurred', 'Copie de « sharp.pdf », qui est meilleure ou est arrivée avant.'],
      ['same bytes', 'Copie de « sharp.pdf », qui est meilleure ou est arrivée avant.'],
      ['list of groceries', 'nature non reconnue'],
      ['empty', 'Ce fichier ne contient aucune pièce.'],
    ]);
  });

  it('finds the original of a translation also when it was paired with a copy that is left out', () => {
    const made = plan(
      [aCasePaper('copy', type('pay')), aCasePaper('best', type('pay')), aCasePaper('french', type('pay'))],
      {
        relations: {
          copies: [{ papers: ['best', 'copy'], because: both('') }],
          translations: [{ original: 'copy', translation: 'french', confidence: 1 }],
          people: [],
        },
      },
    );
    expect(numbers(made)).toEqual(['1: best', '1 bis: french']);
  });

  it('lists a file that could not be opened as to be joined separately, with the reason for the adviser', () => {
    const made = plan([
      aCasePaper('locked', { type: null, pages: null, error: { code: 'encrypted-pdf', message: 'protégé' } }),
      aCasePaper('pay', type('pay')),
    ]);
    expect(made.annexes.map(({ title, group, apart }) => [title, group, apart])).toEqual([
      ['type pay', 'Autres pièces', null],
      ['Fichier « locked.pdf »', 'À joindre à part', 'protégé'],
    ]);
  });

  describe('in the order of a person', () => {
    const papers = [aCasePaper('a', type('pay')), aCasePaper('b', type('pay')), aCasePaper('c', type('nothing'))];
    const order = (papers: readonly string[], changes: Partial<PaperOrder> = {}): PaperOrder => ({
      papers: papers.map((paper) => ({ paper, title: null })),
      refused: [],
      isOnly: false,
      ...changes,
    });

    it('follows it, then its own', () => {
      expect(numbers(plan(papers, {}, order(['b'])))).toEqual(['1: b', '2: a']);
    });

    it('takes what the person names although Liasse would leave it out', () => {
      expect(numbers(plan(papers, {}, order(['c', 'b'])))).toEqual(['1: c', '2: b', '3: a']);
    });

    it('leaves out what is refused, and what is not named when only named papers are wanted', () => {
      expect(numbers(plan(papers, {}, order(['b'], { refused: ['a'] })))).toEqual(['1: b']);
      expect(numbers(plan(papers, {}, order(['b'], { isOnly: true })))).toEqual(['1: b']);
    });

    it('takes the copy that the person named in place of the best one', () => {
      const copies = { copies: [{ papers: ['a', 'b'], because: both('') }], translations: [], people: [] };
      expect(numbers(plan(papers, { relations: copies }, order(['b'])))).toEqual(['1: b']);
      expect(numbers(plan(papers, { relations: copies }, order([], { refused: ['a'] })))).toEqual(['1: b']);
    });

    it('has the titles of the person and no headings', () => {
      const made = plan(papers, {}, { ...order([]), papers: [{ paper: 'a', title: 'Ma preuve' }] });
      expect(made.annexes.map(({ title, group }) => [title, group])).toEqual([
        ['Ma preuve', null],
        ['type pay', null],
      ]);
    });

    it('numbers a translation with its original where it stands right behind it, and by itself elsewhere', () => {
      const translations = {
        copies: [],
        people: [],
        translations: [{ original: 'a', translation: 'b', confidence: 1 }],
      };
      expect(numbers(plan(papers, { relations: translations }, order(['a', 'b', 'c'])))).toEqual([
        '1: a',
        '1 bis: b',
        '2: c',
      ]);
      expect(numbers(plan(papers, { relations: translations }, order(['b', 'a'])))).toEqual(['1: b', '2: a']);
      expect(numbers(plan(papers, { relations: translations }, order(['c', 'a'])))).toEqual([
        '1: c',
        '2: a',
        '2 bis: b',
      ]);
    });
  });
});

describe('papers that are no annexes unless a person says so', () => {
  const found = (rule: string, paper: string, more: Partial<CrossFinding> = {}): CrossFinding => ({
    ...{ kind: 'person', severity: 'weak', rule, message: both(''), papers: [paper], ...more },
  });
  const stray = { findings: [found('somebody-else', 'theirs')] };

  it('are those of another person, with the reason; an order takes them in', () => {
    const papers = [aCasePaper('own', type('pay')), aCasePaper('theirs', type('pay'))];
    const made = plan(papers, stray);
    expect(made.annexes.map(({ paper }) => paper)).toEqual(['own']);
    expect(made.leftOut).toMatchObject([{ paper: 'theirs', because: 'd’une autre personne' }]);
    const order: PaperOrder = { papers: [{ paper: 'theirs', title: null }], refused: [], isOnly: false };
    expect(plan(papers, stray, order).annexes.map(({ paper }) => paper)).toEqual(['theirs', 'own']);
  });

  const letterhead = {
    ...{ present: true, issuer: 'SCP Guiraud, notaires', kind: null, address: null, phone: null, email: null },
    ...{ identifiers: {}, page: 1, box: null, confidence: 1 },
  };
  const deed = { ...type('nothing'), ...dated('2026-05-22'), letterhead };
  const named = {
    relations: { copies: [], translations: [], people: [{ name: 'Client', isClient: true, papers: ['deed'] }] },
  };
  it('are those of no known kind, but for what has a date, an issuer and the client’s name: these are to be looked at', () => {
    const { annexes } = plan([aCasePaper('deed', deed)], named);
    expect(annexes).toMatchObject([{ paper: 'deed', group: 'Autres pièces', needsReview: true }]);
    expect(plan([aCasePaper('deed', { ...deed, issueDate: null })], named).annexes).toEqual([]);
    expect(plan([aCasePaper('deed', { ...deed, letterhead: null })], named).annexes).toEqual([]);
    expect(plan([aCasePaper('deed', deed)]).annexes).toEqual([]);
  });

  it('and one that bears out that there is no passport stands with the civil papers', () => {
    const findings = [found('civil-identity', 'deed', { kind: 'civil', coverage: 'met' })];
    expect(plan([aCasePaper('deed', deed)], { ...named, findings }).annexes[0]?.group).toBe('État civil');
  });
});

describe('a dossier whose statement cites annexes by number', () => {
  const papers = received(
    aCasePaper('letter', type('letter')),
    aCasePaper('birth', type('birth')),
    aCasePaper('report', type('pay')),
    aCasePaper('certificate', type('pay')),
  );
  const options = {
    ...{ language: 'fr' as const, rules, order: null, permit: both('Titre'), article: 'art. 1', client: null },
    ...{ typeLabel: String, flagLabel: String, languageName: String },
    cited: () => ({ statement: 'letter', numbers: new Map([['report', 6], ['certificate', 6]]), last: 8 }), // biome-ignore format: a table
  };
  it('has its numbers; papers that it does not cite come behind the last of them', () => {
    expect(numbers(planDossier(aJudgement(), papers, options))).toEqual([
      'Récit: letter',
      '6: report',
      '6 bis: certificate',
      '9: birth',
    ]);
  });
  it('but where a person set the order', () => {
    const order: PaperOrder = { papers: [{ paper: 'birth', title: null }], refused: [], isOnly: false };
    expect(numbers(planDossier(aJudgement(), papers, { ...options, order }))[0]).toBe('1: birth');
  });
});
