import { describe, expect, it } from 'vitest';
import type { DocumentType } from '#definitions/document-type.schema.ts';
import type { PageOutline } from '#domain/document-outline.ts';
import type { DocumentDates, DocumentLanguage, FoundDate, IssueDate, Letterhead } from '#domain/findings.ts';
import type { Facts, FactValue } from '#stages/assess-evidence/facts.ts';
import { gatherFacts } from '#stages/assess-evidence/gather-facts.ts';
import { NO_LETTERHEAD } from '#stages/find-letterhead/read-letterhead.ts';
import { SMALL_FLAGS } from './small-flags.ts';

const BOX: [number, number, number, number] = [0.1, 0.2, 0.3, 0.1];
const PLACE = { text: '', page: 1, box: BOX };
const SOUND: PageOutline = {
  page: 1,
  state: 'read',
  source: 'ocr',
  engine: 'test',
  model: 'test',
  confidence: 0.9,
  languages: [],
  isCutShort: false,
  failure: null,
  turned: 0,
  problems: [],
  marks: [],
};
const LOST: Partial<PageOutline> = { state: 'failed', confidence: 0 };

interface Paper {
  readonly pages?: readonly Partial<PageOutline>[];
  readonly shown?: string[];
  readonly announcedPages?: number;
  readonly languages?: DocumentLanguage[];
  readonly dates?: Partial<DocumentDates>;
  readonly letterhead?: Partial<Letterhead>;
  readonly proposed?: number[];
  readonly fields?: Parameters<typeof gatherFacts>[0]['extract-fields']['fields'];
  readonly confidence?: number;
  readonly type?: DocumentType;
}

function factsOf({ pages = [{}], dates, letterhead, proposed = [], fields = {}, type, ...paper }: Paper): Facts {
  return gatherFacts(
    {
      'outline-pages': { pages: pages.map((changes) => ({ ...SOUND, ...changes })) },
      'find-traits': { shown: paper.shown ?? [], letters: 120, announcedPages: paper.announcedPages ?? 0 },
      'proposed-cuts': { pages: proposed },
      'run-facts': { asOf: '2026-11-26', duplicateOf: null },
      'detect-language': { languages: paper.languages ?? [] },
      classify: { id: 'bill', confidence: paper.confidence ?? 0.9, alternatives: [], because: [] },
      'find-dates': { dates: [], issueDate: null, issueCandidates: [], ...dates },
      'find-letterhead': { ...NO_LETTERHEAD, ...letterhead },
      'extract-fields': { fields },
    },
    type,
    SMALL_FLAGS,
    0.6,
  );
}
const fact = (name: string, paper: Paper): FactValue => factsOf(paper).values.get(name);

describe('pages', () => {
  it('are counted: all, those that were read, those that failed, those that are announced and not there', () => {
    const { values } = factsOf({ pages: [{}, LOST, LOST], announcedPages: 5 });
    expect(['pages.count', 'pages.read', 'pages.failed', 'pages.missing'].map((name) => values.get(name))).toEqual([
      3, 1, 2, 2,
    ]);
    expect(fact('pages.missing', { pages: [{}, {}], announcedPages: 1 })).toBe(0);
  });
  it('are as legible as the worst that was read; none read is none', () => {
    expect(fact('ocr.confidence', { pages: [{ confidence: 0.9 }, { confidence: 0.4 }, LOST] })).toBe(0.4);
    expect(fact('ocr.confidence', { pages: [LOST] })).toBeNull();
  });
  it('tell each problem once, and the first page that has one', () => {
    const pages = [{}, { page: 2, problems: ['dark'] }, { page: 3, problems: ['cut', 'dark'] }];
    expect(fact('quality.problems', { pages })).toEqual(['dark', 'cut']);
    expect(factsOf({ pages }).places.get('quality.problems')).toEqual({ page: 2, box: null });
    expect(factsOf({}).places.has('quality.problems')).toBe(false);
  });
  it('are too many by what exceeds the most of the type', () => {
    const expects = { date: true, letterhead: false, signature: 'no', translation: true, text: true } as const;
    const type = { id: 'bill', label: { fr: '', en: '' }, group: '', issuers: [], rules: [], fields: {} };
    const limited = factsOf({ pages: [{}, {}, {}], type: { ...type, expects: { ...expects, maxPages: 2 } } }).values;
    expect(limited.get('pages.excess')).toBe(1);
    expect(limited.get('expects.maxPages')).toBe(2);
    expect(limited.get('expects.date')).toBe(true);
    expect(factsOf({ type: { ...type, expects } }).values.has('pages.excess')).toBe(false);
  });
  it('where another paper may begin are counted, and the first is shown', () => {
    expect(fact('pages.proposedCuts', { proposed: [3, 5] })).toBe(2);
    expect(factsOf({ proposed: [3, 5] }).places.get('pages.proposedCuts')).toEqual({ page: 3, box: null });
    expect(factsOf({}).places.has('pages.proposedCuts')).toBe(false);
  });
});

describe.each(['signature', 'stamp'] as const)('a %s', (kind) => {
  const other = kind === 'stamp' ? 'signature' : 'stamp';
  const seen = (confidence: number, of: typeof kind = kind) => ({ marks: [{ kind: of, box: BOX, confidence }] });
  const name = `marks.${kind}`;
  it('is there from the limit on, on any page', () => expect(fact(name, { pages: [{}, seen(0.8)] })).toBe(true));
  it('can not be told when something is there that may be one', () => {
    expect(fact(name, { pages: [seen(0.79)] })).toBeUndefined();
    expect(fact(name, { pages: [seen(0.4)] })).toBeUndefined();
  });
  it('is not there when all was seen and nothing looks like one', () => {
    expect(fact(name, { pages: [seen(0.39)] })).toBe(false);
    expect(fact(name, { pages: [seen(0.9, other)] })).toBe(false);
  });
  it('can not be told when a page was not seen, unless another page shows it', () => {
    expect(fact(name, { pages: [{}, LOST] })).toBeUndefined();
    expect(fact(name, { pages: [{}, { areMarksUnknown: true }] })).toBeUndefined();
    expect(fact(name, { pages: [seen(0.9), LOST] })).toBe(true);
  });
});

describe('what the wording shows', () => {
  const inFrench = [{ code: 'fr', script: 'Latn', share: 1, confidence: 0.9 }];
  it('is said when seen, in any language', () => expect(fact('text.vague', { shown: ['vague'] })).toBe(true));
  it('is not there when there are words for it in the language of the paper', () =>
    expect(fact('text.vague', { languages: inFrench })).toBe(false));
  it('can not be told in a language that has no words for it, nor in an unknown one', () => {
    expect(fact('text.concrete', { languages: inFrench })).toBeUndefined();
    expect(fact('text.vague', {})).toBeUndefined();
  });
  it('has a length', () => expect(fact('text.letters', {})).toBe(120));
});

describe('languages', () => {
  const language = (code: string, confidence: number, share = 0.5, script = 'Latn') => ({
    code,
    script,
    share,
    confidence,
  });
  it('are those that are sure; the first is the main one, and those of a fair share are used', () => {
    const languages = [language('de', 0.6), language('fr', 0.7), language('en', 0.9, 0.3), language('nl', 0.9, 0.2)];
    expect(fact('languages.main', { languages })).toBe('fr');
    expect(fact('languages.used', { languages })).toEqual(['fr', 'en']);
  });
  it('are sure enough in letters that French never has, however alike sister languages are', () =>
    expect(fact('languages.main', { languages: [language('uk', 0.1, 1, 'Cyrl')] })).toBe('uk'));
  it('can not be told when none is sure, nor from letters that are no language', () => {
    for (const languages of [[language('fr', 0.69)], [language('und', 0.9, 1, 'Cyrl')], []]) {
      expect(fact('languages.main', { languages })).toBeUndefined();
      expect(fact('languages.used', { languages })).toBeUndefined();
    }
  });
});

describe('a letterhead', () => {
  it('is there or is not, from the limit on; below it nothing can be told', () => {
    expect(fact('letterhead.present', { letterhead: { present: true, confidence: 0.6 } })).toBe(true);
    expect(fact('letterhead.present', { letterhead: { present: false, confidence: 0.6 } })).toBe(false);
    expect(fact('letterhead.present', { letterhead: { present: true, confidence: 0.59 } })).toBeUndefined();
  });
  it('has a kind', () => expect(fact('letterhead.kind', { letterhead: { kind: 'court' } })).toBe('court'));
});

describe('the type', () => {
  it('is doubtful below the limit', () => {
    expect([0.59, 0.6].map((confidence) => fact('type.doubtful', { confidence }))).toEqual([true, false]);
    expect([fact('type.id', {}), fact('type.confidence', { confidence: 0.7 })]).toEqual(['bill', 0.7]);
  });
});

describe('fields', () => {
  it('have the value and the place that was read', () => {
    const fields = {
      total: { value: 12, confidence: 1, place: { ...PLACE, page: 2 } },
      worked: { value: 'out', confidence: 1, place: null },
    };
    const facts = factsOf({ fields });
    expect([facts.values.get('fields.total'), facts.values.get('fields.worked')]).toEqual([12, 'out']);
    expect(facts.places.get('fields.total')).toMatchObject({ page: 2, box: BOX });
    expect(facts.places.has('fields.worked')).toBe(false);
  });
});

describe('dates', () => {
  const date = (iso: string, role: FoundDate['role']): FoundDate => ({
    ...PLACE,
    iso,
    role,
    precision: 'day',
    calendar: 'gregory',
    confidence: 0.9,
  });
  const issue = (iso: string, confidence: number): IssueDate => ({ ...PLACE, iso, confidence });
  it('give the latest expiry, and the latest end of anything', () => {
    const dates = [
      date('2027-05-01', 'expiry'),
      date('2027-01-01', 'expiry'),
      date('2028-01-01', 'period-end'),
      date('2030-01-01', 'event'),
    ];
    expect(fact('dates.expiry', { dates: { dates } })).toBe('2027-05-01');
    expect(fact('dates.end', { dates: { dates } })).toBe('2028-01-01');
    expect(
      fact('dates.end', { dates: { dates: [date('2027-05-01', 'expiry'), date('2027-01-01', 'period-end')] } }),
    ).toBe('2027-05-01');
    expect(fact('dates.end', {})).toBeUndefined();
  });
  it('give the date of issue, how sure it is, and where it stands', () => {
    const facts = factsOf({ dates: { issueDate: issue('2026-10-01', 0.9) } });
    expect([facts.values.get('issueDate'), facts.values.get('issueDate.confidence')]).toEqual(['2026-10-01', 0.9]);
    expect(facts.places.get('issueDate')).toMatchObject({ page: 1, box: BOX });
    expect(factsOf({}).places.has('issueDate')).toBe(false);
  });
  it('say that a paper is undated only when every page was read, and every line that may hold a date', () => {
    expect(fact('issueDate', {})).toBeNull();
    expect(fact('issueDate', { pages: [{}, LOST] })).toBeUndefined();
    expect(fact('issueDate', { dates: { hasUnread: true } })).toBeUndefined();
    expect(fact('issueDate', { dates: { hasUnread: false } })).toBeNull();
  });
  it.each([
    ['sure and alone', issue('2026-10-01', 0.5), [], false],
    ['not sure', issue('2026-10-01', 0.49), [], true],
    ['followed closely by another day', issue('2026-10-01', 0.6), [issue('2026-09-01', 0.41)], true],
    ['far ahead of another day', issue('2026-10-01', 0.75), [issue('2026-09-01', 0.5)], false],
    ['printed twice', issue('2026-10-01', 0.6), [issue('2026-10-01', 0.6)], false],
    [
      'printed twice, and followed closely',
      issue('2026-10-01', 0.6),
      [issue('2026-10-01', 0.6), issue('2026-09-01', 0.5)],
      true,
    ],
    ['none, and nothing comes near', null, [], false],
    ['none, and one might be it', null, [issue('2026-10-01', 0.45)], true],
    ['none, and one is unlikely to be it', null, [issue('2026-10-01', 0.25)], false],
    ['none, and several leave little to “none”', null, [issue('2026-10-01', 0.3), issue('2026-09-01', 0.3)], true],
  ] satisfies [string, IssueDate | null, IssueDate[], boolean][])(
    'the date of issue is contested: %s',
    (_name, issueDate, issueCandidates, isContested) => {
      expect(fact('issueDate.contested', { dates: { issueDate, issueCandidates } })).toBe(isContested);
    },
  );
});
