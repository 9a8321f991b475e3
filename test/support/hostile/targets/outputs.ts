import { deepEqual, doesNotMatch, equal, notEqual, ok } from 'node:assert/strict';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { z } from 'zod';
import { safeName } from '#adapters/archives/safe-name.ts';
import { tiffPages } from '#adapters/images/tiff-pages.ts';
import { annexCsv } from '#adapters/lists/annex-csv.ts';
import { annexSheet } from '#adapters/lists/annex-sheet.ts';
import { parseOrder } from '#adapters/lists/parse-order.ts';
import { readHead } from '#adapters/mailbox/read-head.ts';
import { html as exportHtml, hrefTo } from '#app/trust/export/html.ts';
import { calendarText, escapeText } from '#casework/clocks/ics-lines.ts';
import { html as reportHtml } from '#casework/report/html.ts';
import { printable } from '#cli/printable.ts';
import { summaryTable } from '#cli/summary-table.ts';
import { uploadLabel } from '#domain/upload-label.ts';
import { aRecord } from '../../a-record.ts';
import { tiffOf } from '../../tiff.ts';
import { type FuzzTarget, fuzzTarget } from '../fuzz-target.ts';
import { hostileText } from '../hostile-text.ts';
import { mutated, mutatedText } from '../mutated.ts';
import { onlyFailures } from '../only-failures.ts';
import { MAILS } from '../seeds/messages.ts';

const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const STEERS = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const rowsOfText = z.array(z.array(z.string()));
const labels = { typeLabel: (id: string) => id, flagLabel: (code: string) => code };

/** Lists, heads of messages and directories of pictures: parsers of ours that do not stand behind another format. */
export const smallParserTargets: readonly FuzzTarget[] = [
  fuzzTarget('order of annexes', () => ({
    input: fc.tuple(
      fc.constantFrom('csv' as const, 'yaml' as const, 'txt' as const),
      fc.oneof(
        mutatedText('id;annex;title\n3f2a;1;"Rapport"\n77aa;2;Certificat\n', '- a.pdf\n- { id: a, annex: false }\n'),
        hostileText,
      ),
    ),
    take: ([format, text]) =>
      onlyFailures(() => parseOrder({ text, format, columnNamed: (heading) => (heading === 'id' ? 'id' : undefined) })),
  })),
  fuzzTarget('head of a message', () => ({
    input: fc.oneof(mutated(Buffer.from(MAILS[0]), Buffer.from(MAILS[1] ?? '')), fc.uint8Array({ maxLength: 500 })),
    take: async (bytes) => {
      for (const address of (await readHead(bytes)).from) equal(address, address.toLowerCase());
    },
  })),
  fuzzTarget('directories of a TIFF', () => ({
    input: fc.oneof(
      mutated(
        tiffOf([
          { width: 2, height: 2, shade: 9 },
          { width: 2, height: 2, shade: 9 },
        ]),
      ),
      fc.uint8Array({ maxLength: 200 }),
    ),
    take: (bytes) => tiffPages(bytes),
  })),
];

/** What papers and names say goes into tables, pages, calendars and names for other programs: as text. */
export const outputTargets: readonly FuzzTarget[] = [
  fuzzTarget('name of a file inside another', () => ({
    input: hostileText,
    take: (text) => {
      const name = safeName(text);
      doesNotMatch(name, /\p{Cc}|\\/u);
      doesNotMatch(name, TURNS);
      ok(!name.split('/').includes('..') && !name.startsWith('/'));
      notEqual(name, '');
    },
  })),
  fuzzTarget('name of an upload', () => ({
    input: fc.tuple(hostileText, fc.option(hostileText, { nil: undefined })),
    take: ([name, path]) => {
      const label = uploadLabel(name, path);
      doesNotMatch(label, /\p{Cc}|\\|!\//u);
      doesNotMatch(label, TURNS);
      ok(!label.split('/').includes('..') && !label.startsWith('/'));
    },
  })),
  fuzzTarget('table (CSV)', () => ({
    input: fc.array(fc.tuple(hostileText, hostileText), { minLength: 1, maxLength: 4 }),
    take: (all) => {
      const text = Buffer.from(annexCsv(['a', 'b'], all)).toString('utf8');
      const read = rowsOfText.parse(parseCsv(text, { delimiter: ';', bom: true, relax_column_count: true }));
      deepEqual(
        read.map((row) => row.length),
        [2, ...all.map(() => 2)],
      );
      for (const cell of read.flat()) doesNotMatch(cell, FORMULA);
    },
  })),
  fuzzTarget(
    'table (XLSX)',
    () => ({
      input: fc.array(hostileText, { minLength: 1, maxLength: 2 }),
      take: async (row) => doesNotMatch(await sheetXml(row), /<f[ >]/),
    }),
    { runs: 20 },
  ),
  fuzzTarget('report and export (HTML)', () => ({
    input: hostileText,
    take: (text) => {
      for (const page of [
        String(reportHtml`<p title="${text}">${[text]}</p>`),
        exportHtml`<p title="${text}">${[text]}</p>`.html,
      ]) {
        deepEqual(page.match(/[<>]/g), ['<', '>', '<', '>']);
        equal(page.match(/"/g)?.length, 2);
        doesNotMatch(page, /'/);
        doesNotMatch(page, TURNS);
      }
      if (text.isWellFormed()) doesNotMatch(hrefTo(text), /[<>"\s:]|^\/\//);
    },
  })),
  fuzzTarget('calendar', () => ({
    input: hostileText,
    take: (text) => {
      const lines = calendarText([['SUMMARY', escapeText(text)]]).split('\r\n');
      equal(lines.pop(), '');
      ok(lines.slice(1).every((line) => line.startsWith(' ')));
      ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !/\p{Cc}/u.test(line.replaceAll('\t', ''))));
    },
  })),
  fuzzTarget(
    'terminal',
    () => ({
      input: hostileText,
      take: (text) => {
        doesNotMatch(printable(text), STEERS);
        doesNotMatch(summaryTable([aRecord({ file: text })], labels, { language: 'en', width: 120 }), STEERS);
      },
    }),
    { runs: 60 },
  ),
];

async function sheetXml(row: readonly string[]): Promise<string> {
  const { BlobReader, TextWriter, ZipReader } = await import('@zip.js/zip.js');
  const bytes = await annexSheet(
    'a',
    row.map(() => 'head'),
    [row],
  );
  const entries = await new ZipReader(new BlobReader(new Blob([Buffer.from(bytes)]))).getEntries();
  const sheet = entries.find(({ filename }) => filename === 'xl/worksheets/sheet1.xml');
  if (sheet === undefined || sheet.directory) throw new Error('no sheet');
  return sheet.getData(new TextWriter());
}
