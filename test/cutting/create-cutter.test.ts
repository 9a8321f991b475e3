import { describe, expect, it } from 'vitest';
import { type CutDocument, createCutter } from '#cutting/create-cutter.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { twoTitles as cues, shippedCutting as rules } from '../support/cutting-rules.ts';
import { pageFromText } from '../support/pages-from-text.ts';

const french = [{ code: 'fr', script: 'Latn', share: 1, confidence: 0.95 }];
const body = Array.from(
  { length: 30 },
  (_, at) => `Phrase numéro ${at} qui raconte la situation de la personne et qui remplit la ligne jusque vers la fin,`,
);
const LETTER = [
  'Cabinet du docteur Fabre',
  '12 rue des Lilas 31000 Toulouse',
  'Tél. 05 61 00 00 00',
  'CERTIFICAT MÉDICAL',
  ...body.slice(0, 8),
  'Fait à Toulouse, le 3 mars 2026',
].join('\n');
const OTHER_LETTER = [
  'Association Les Rives',
  '4 quai du Port 13002 Marseille',
  'contact@rives.example',
  'ATTESTATION',
  ...body.slice(0, 8),
  'Fait à Marseille, le 9 avril 2026',
].join('\n');
const MIDDLE = ['la suite de ce qui précède, sans autre titre ni en-tête que le texte lui-même,', ...body].join('\n');

const paySlip = (month: string): string =>
  [
    'NETTOYAGE DU RHÔNE SARL',
    'Siège : 4 rue Bossuet, Lyon',
    `Bulletin de paie ${month} 2026`,
    'Salarié : Monsieur Diallo Mamadou',
    'Emploi : agent de service, temps partiel',
    ...Array.from({ length: 22 }, (_, at) => `Cotisation ${at} 1 402,11 ${at},10 %`),
    'Net à payer 1 201,20',
  ].join('\n');

function pages(...texts: readonly string[]): DocumentPage[] {
  return texts.map((text, at) => pageFromText(text, { page: at + 1, languages: text === '' ? [] : french }));
}

function cut(input: readonly DocumentPage[]): number[][] {
  return cutDocuments(input).map((document) => document.pages.map((page) => page.page));
}

function cutDocuments(input: readonly DocumentPage[]): CutDocument[] {
  const cutter = createCutter(rules, cues);
  return [...input.flatMap((page) => cutter.push(page)), ...cutter.end()];
}

/** The text with a page number in the foot of the page. */
function numbered(text: string, foot: string): DocumentPage {
  const page = pageFromText(text, { languages: french });
  const last = pageFromText(foot).lines.map((line) => ({ ...line, box: [0.45, 0.95, 0.1, 0.012] as const }));
  return {
    ...page,
    lines: [
      ...page.lines,
      ...last.map((line) => ({ ...line, box: [...line.box] as [number, number, number, number] })),
    ],
  };
}

describe('cutting a scan into documents', () => {
  it('cuts where another letterhead and title begin', () => {
    expect(cut(pages(LETTER, OTHER_LETTER, LETTER))).toEqual([[1], [2], [3]]);
  });

  it('keeps a page that goes on in the middle of a sentence', () => {
    expect(cut(pages(LETTER.split('\nFait')[0] ?? '', MIDDLE, OTHER_LETTER))).toEqual([[1, 2], [3]]);
  });

  it('gives a document back as soon as the next one begins', () => {
    const cutter = createCutter(rules, cues);
    const [first, second] = pages(LETTER, OTHER_LETTER);
    if (first === undefined || second === undefined) throw new Error('two pages expected');
    expect(cutter.push(first)).toEqual([]);
    expect(cutter.push(second).map((document) => document.pages.length)).toEqual([1]);
    expect(cutter.end().map((document) => document.pages.length)).toEqual([1]);
    expect(cutter.end()).toEqual([]);
  });

  it('never cuts inside a numbered document, whatever its pages look like', () => {
    const document = [numbered(LETTER, '1/3'), numbered(OTHER_LETTER, '2/3'), numbered(LETTER, 'Page 3 sur 3')];
    expect(cut(document.map((page, at) => ({ ...page, page: at + 1 })))).toEqual([[1, 2, 3]]);
  });

  it('does as a person decided, also inside a numbered document and on a blank page', () => {
    const scan = [numbered(LETTER, '1/2'), numbered(MIDDLE, '2/2'), ...pages(OTHER_LETTER, '')];
    const inFile = scan.map((page, at) => ({ ...page, page: at + 1 }));
    expect(cut(inFile)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    const decided = new Map([
      [2, true],
      [3, false],
      [4, true],
    ]);
    const cutter = createCutter(rules, cues, decided);
    const documents = [...inFile.flatMap((page) => cutter.push(page)), ...cutter.end()];
    expect(documents.map((document) => document.pages.map((page) => page.page))).toEqual([[1], [2, 3], [4]]);
    expect(documents.map(({ beginning }) => beginning)).toEqual([
      null,
      { confidence: 1, because: [], isDecided: true },
      { confidence: 1, because: [], isDecided: true },
    ]);
    expect(documents.flatMap(({ proposed }) => proposed)).toEqual([]);
  });

  it('cuts where the numbering starts again', () => {
    const scan = [
      numbered(LETTER, '1/2'),
      numbered(MIDDLE, '2/2'),
      numbered(OTHER_LETTER, '1/2'),
      numbered(MIDDLE, '2/2'),
    ];
    expect(cut(scan.map((page, at) => ({ ...page, page: at + 1 })))).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('leaves a blank page with the document before it, and lets it decide nothing', () => {
    expect(cut(pages(LETTER, '', OTHER_LETTER))).toEqual([[1, 2], [3]]);
    expect(cut(pages(LETTER.split('\nFait')[0] ?? '', '', MIDDLE))).toEqual([[1, 2, 3]]);
  });

  it('takes leading blank pages into the first document', () => {
    expect(cut(pages('', '', LETTER))).toEqual([[1, 2, 3]]);
  });

  it('proposes a cut that is likely but not sure enough, and says why', () => {
    const unsure = createCutter({ ...rules, cutAt: 1, proposeAt: 0.3 }, cues);
    for (const page of pages(LETTER, OTHER_LETTER)) expect(unsure.push(page)).toEqual([]);
    const [document] = unsure.end();
    expect(document?.proposed).toEqual([
      { page: 2, confidence: expect.any(Number), because: expect.arrayContaining(['title']), isDecided: false },
    ]);
  });

  it('says how sure a cut is and what speaks for it, weightiest first', () => {
    const [first, second] = cutDocuments(pages(LETTER, OTHER_LETTER));
    expect(first?.beginning).toBeNull();
    expect(second?.beginning?.confidence).toBeGreaterThan(0.9);
    expect(second?.beginning?.because).toContain('title');
  });

  it('cuts three pay slips of the same employer apart', () => {
    expect(cut(pages(...['mai', 'juin', 'juillet'].map(paySlip)))).toEqual([[1], [2], [3]]);
  });

  it('keeps a second page that begins with a heading, after a page that was not full', () => {
    const first = [...LETTER.split('\n').slice(0, 4), ...body.slice(0, 24)].join('\n');
    const second = ['Conclusion', ...body.slice(0, 10), 'Fait à Toulouse, le 3 mars 2026'].join('\n');
    expect(cut(pages(first, second, OTHER_LETTER))).toEqual([[1, 2], [3]]);
  });

  it('keeps a table that runs on over pages', () => {
    const rows = Array.from({ length: 48 }, (_, at) => `${(at % 28) + 1}/03/2026 virement reçu de la caisse ${at},20`);
    expect(cut(pages([...LETTER.split('\n').slice(0, 4), ...rows].join('\n'), rows.join('\n'), OTHER_LETTER))).toEqual([
      [1, 2],
      [3],
    ]);
  });

  it('keeps a page whose running head repeats the title and counts on', () => {
    const first = ['RAPPORT SOCIAL', 'Famille Diallo', ...body.slice(0, 18)].join('\n');
    const second = ['RAPPORT SOCIAL 2', 'Projet de la famille', ...body.slice(0, 18)].join('\n');
    expect(cut(pages(first, second))).toEqual([[1, 2]]);
  });

  it('keeps an annex with the letter it belongs to', () => {
    const letter = LETTER.replace('Fait à', `${body.slice(0, 26).join('\n')}\nFait à`);
    expect(cut(pages(letter, ['Annexe 1', ...body.slice(0, 20)].join('\n')))).toEqual([[1, 2]]);
  });

  it('cuts a translation from its original', () => {
    const [original, translation] = pages(
      ['Republika e Shqipërisë', 'Certifikatë lindjeje', ...body.slice(0, 6)].join('\n'),
      ['République d’Albanie', 'Traduction assermentée de l’albanais', ...body.slice(0, 6)].join('\n'),
    );
    if (original === undefined || translation === undefined) throw new Error('two pages expected');
    const albanian = [{ code: 'sq', script: 'Latn', share: 1, confidence: 0.95 }];
    expect(cut([{ ...original, languages: albanian }, translation])).toEqual([[1], [2]]);
  });

  it('leaves blank pages at the end with the last document, as sure as without them', () => {
    const [, alone] = cutDocuments(pages(LETTER, OTHER_LETTER));
    const [, followed] = cutDocuments(pages(LETTER, OTHER_LETTER, '', ''));
    expect(followed?.pages.map(({ page }) => page)).toEqual([2, 3, 4]);
    expect(followed?.beginning).toEqual(alone?.beginning);
  });

  it('gives nothing for no pages', () => {
    expect(createCutter(rules, cues).end()).toEqual([]);
  });
});
