import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { annexCsv, unescapeCell } from '#adapters/lists/annex-csv.ts';
import { annexSheet } from '#adapters/lists/annex-sheet.ts';
import { parseOrder } from '#adapters/lists/parse-order.ts';
import { LiasseFailure } from '#domain/failure.ts';

const FORMULAS = ['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1'];
const column = (heading: string) => {
  const known = ['annex', 'title', 'file', 'id'] as const;
  return known.find((one) => one === heading);
};
const parse = (text: string, format: 'csv' | 'yaml' | 'txt') => parseOrder({ text, format, columnNamed: column });

async function entry(xlsx: Uint8Array, name: string): Promise<string> {
  const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(xlsx)])));
  const found = (await reader.getEntries()).find(({ filename }) => filename === name);
  return found !== undefined && 'getData' in found && found.getData !== undefined
    ? found.getData(new TextWriter())
    : '';
}

describe('the list as CSV', () => {
  it('opens in a French spreadsheet by a double click', () => {
    const text = Buffer.from(annexCsv(['annexe', 'titre'], [['1', 'Attestation ; « été »']])).toString();
    expect(text).toBe('\ufeffannexe;titre\r\n1;"Attestation ; « été »"\r\n');
  });

  it.each(FORMULAS)('holds no formula: %j', (value) => {
    const text = Buffer.from(annexCsv(['a'], [[value]])).toString();
    const cell = text.replace('\ufeffa\r\n', '').replace(/^"/, '');
    expect(cell.startsWith("'")).toBe(true);
    expect(unescapeCell(`'${value}`)).toBe(value);
  });

  it('leaves numbers and apostrophes of words alone', () => {
    const text = Buffer.from(annexCsv(['a', 'b'], [[-3, "'tis"]])).toString();
    expect(text).toContain("-3;'tis");
    expect(unescapeCell("'tis")).toBe("'tis");
  });
});

describe('the list as XLSX', () => {
  it('holds texts as texts, whatever they look like', async () => {
    const xlsx = await annexSheet(
      'Annexes',
      ['a', 'b'],
      FORMULAS.map((value) => [value, 7]),
    );
    const sheet = await entry(xlsx, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet.match(/<c [^>]*t="(s|inlineStr)"/g)).toHaveLength(FORMULAS.length + 2);
    expect(`${sheet}${await entry(xlsx, 'xl/sharedStrings.xml')}`).toContain('=HYPERLINK(');
  });

  it('holds no character that would make the file unreadable', async () => {
    const xlsx = await annexSheet('Annexes', ['a'], [['x\u0001\u000by\ud800z & <w>']]);
    const strings = `${await entry(xlsx, 'xl/worksheets/sheet1.xml')}${await entry(xlsx, 'xl/sharedStrings.xml')}`;
    expect(strings).toContain('xyz &amp; &lt;w&gt;');
  });
});

describe('an order', () => {
  it('reads back what the list wrote, also what was made harmless', () => {
    const rows = [
      ['1', '=Titre', '-scan.pdf', 'abc'],
      ['', 'Autre', 'photo.jpg', 'def'],
    ];
    const text = Buffer.from(annexCsv(['annex', 'title', 'file', 'id'], rows)).toString();
    expect(parse(text, 'csv')).toEqual([
      { line: 2, cells: { annex: '1', title: '=Titre', file: '-scan.pdf', id: 'abc' } },
      { line: 3, cells: { annex: '', title: 'Autre', file: 'photo.jpg', id: 'def' } },
    ]);
  });

  it('reads tables of other programs: commas, tabs, columns in another order, none it knows', () => {
    expect(parse('title,id\n"a, b",xyz\n', 'csv')[0]?.cells).toEqual({ title: 'a, b', id: 'xyz' });
    expect(parse('id\ttitle\nxyz\ta; b\n', 'csv')[0]?.cells).toEqual({ id: 'xyz', title: 'a; b' });
    expect(parse('a.pdf\nb.pdf;Mine\n', 'csv').map(({ cells }) => cells)).toEqual([
      { file: 'a.pdf' },
      { file: 'b.pdf', title: 'Mine' },
    ]);
  });

  it('reads a plain text, one name a line, with titles and notes', () => {
    expect(parse('\ufeff# my order\r\n\r\na.pdf\r\nb | c.pdf\r\nd.pdf\tMine\r\n', 'txt')).toEqual([
      { line: 3, cells: { file: 'a.pdf' } },
      { line: 4, cells: { file: 'b', title: 'c.pdf' } },
      { line: 5, cells: { file: 'd.pdf', title: 'Mine' } },
    ]);
  });

  it('reads a list in YAML', () => {
    expect(
      parse('- a.pdf\n- {file: b.pdf, title: Mine}\n- {id: abc, annex: false}\n', 'yaml').map(({ cells }) => cells),
    ).toEqual([{ file: 'a.pdf' }, { file: 'b.pdf', title: 'Mine' }, { id: 'abc', annex: '' }]);
    expect(parse('', 'yaml')).toEqual([]);
  });

  it('says so when it can not be read', () => {
    for (const [text, format] of [
      ['a: {', 'yaml'],
      ['? '.repeat(2_000), 'yaml'],
      ['file: a.pdf', 'yaml'],
      ['- {file: a.pdf, tilte: b}', 'yaml'],
      ['id;title\n"a', 'csv'],
    ] as const)
      expect(() => parse(text, format)).toThrow(new LiasseFailure('order-unreadable', format));
  });
});
