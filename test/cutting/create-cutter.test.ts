import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CutDocument, createCutter } from '#cutting/create-cutter.ts';
import type { LanguageCues } from '#definitions/cues.schema.ts';
import { cuttingSchema } from '#definitions/cutting.schema.ts';
import { parseDefinition } from '#definitions/parse-definition.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { pageFromText } from '../support/pages-from-text.ts';

const file = join(import.meta.dirname, '../../pipelines/humanitarian-permit/cutting.yaml');
const parsed = await parseDefinition('cutting.yaml', readFileSync(file, 'utf8'), cuttingSchema);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const rules = parsed.value;

const list = { phrases: [], words: [], against: [] };
const cues: LanguageCues[] = [
  {
    language: 'fr',
    types: { one: { ...list, titles: ['certificat médical'] }, two: { ...list, titles: ['attestation'] } },
  },
];

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
    expect(documents.map(({ confidence }) => confidence)).toEqual([1, 1, 1]);
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

  it('proposes a cut that is likely but not sure enough', () => {
    const unsure = createCutter({ ...rules, cutAt: 1, proposeAt: 0.3 }, cues);
    for (const page of pages(LETTER, OTHER_LETTER)) expect(unsure.push(page)).toEqual([]);
    const [document] = unsure.end();
    expect(document?.proposed).toEqual([{ page: 2, confidence: expect.any(Number) }]);
    expect(document?.confidence).toBeLessThan(0.7);
  });

  it('gives nothing for no pages', () => {
    expect(createCutter(rules, cues).end()).toEqual([]);
  });
});
