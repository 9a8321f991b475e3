import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { safeName } from '#adapters/archives/safe-name.ts';
import { itemIdOf } from '#adapters/bullmq-queue/job-of.ts';
import { tiffPages } from '#adapters/images/tiff-pages.ts';
import { annexCsv } from '#adapters/lists/annex-csv.ts';
import { parseOrder } from '#adapters/lists/parse-order.ts';
import { readHead } from '#adapters/mailbox/read-head.ts';
import { calendarText, escapeText } from '#casework/clocks/ics-lines.ts';
import { parseDefinition } from '#definitions/parse-definition.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { findDatesInText } from '#text/dates/find-dates-in-text.ts';
import { findMachineReadableZone } from '#text/mrz/find-zone.ts';
import { parseTwoDDoc } from '#text/two-d-doc.ts';
import { FUZZ_TIMEOUT_MS, fuzz } from '../support/hostile/fuzz.ts';
import { hostileText } from '../support/hostile/hostile-text.ts';
import { mutated } from '../support/hostile/mutated.ts';
import { mailOf } from '../support/mail.ts';

const many = (texts: fc.Arbitrary<string>): fc.Arbitrary<string[]> => fc.array(texts, { maxLength: 6 });
const changed = (text: string): fc.Arbitrary<string> =>
  mutated(Buffer.from(text)).map((bytes) => bytes.toString('utf8'));

describe('a definition (YAML)', () => {
  const schema = z.strictObject({
    id: z.string(),
    cues: z.array(z.strictObject({ text: z.string(), weight: z.number() })),
  });
  const GOOD =
    'id: police-report\ncues:\n  - &one { text: "plainte", weight: 2 }\n  - *one\n  - { <<: *one, weight: 1 }\n';

  it(
    'is read, or every problem is told with its place, whatever stands in it',
    async () => {
      const texts = fc.oneof(changed(GOOD), changed(GOOD), hostileText);
      await fuzz(texts, async (text) => {
        const parsed = await parseDefinition('x.yaml', text, schema);
        if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0);
      });
    },
    FUZZ_TIMEOUT_MS,
  );

  it('of names of names of names takes no more memory than it has letters', async () => {
    const levels = Array.from({ length: 40 }, (_, level) => {
      const inside = level === 0 ? 'x, x' : `*l${level - 1}, *l${level - 1}`;
      return `l${level}: &l${level} [${inside}]`;
    });
    const parsed = await parseDefinition('x.yaml', levels.join('\n'), schema);
    expect(parsed.ok).toBe(false);
  });
});

describe('words on a paper', () => {
  it(
    'give dates or none',
    async () => {
      const context = {
        languages: ['fr', 'ar'],
        order: 'dmy',
        isOrderSure: false,
        year: 2026,
        isRecognised: true,
      } as const;
      const dates = fc.oneof(hostileText, changed('Fait à Paris, le 3 mars 2026, 12/13/2025, ١٢/٣/٢٠٢٥'));
      await fuzz(dates, (text) => {
        for (const { iso } of findDatesInText(text, context)) expect(iso).toMatch(/^\d{4}-\d\d(-\d\d)?$/);
      });
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'give a passport’s zone or none',
    async () => {
      const zone = fc.tuple(
        changed('P<MLICOULIBALY<<SEYDOU<<<<<<<<<<<<<<<<<<<<<<'),
        changed('TJ87574915MLI7408225F3307250<<<<<<<<<<<<<<00'),
        many(hostileText),
      );
      await fuzz(zone, ([names, numbers, print]) => findMachineReadableZone([...print, names, numbers]));
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'give a 2D-Doc or none',
    async () => {
      const lengths = new Map([['44', 13]]);
      const code = 'DC04FR0000011985FFFF0401FR44269312345678943\x1d46DIALLO\x1fSIGNATURE';
      await fuzz(fc.oneof(changed(code), hostileText), (text) => parseTwoDDoc(text, lengths));
    },
    FUZZ_TIMEOUT_MS,
  );
});

describe('what comes from elsewhere', () => {
  it(
    'a work item’s payload is an id or nothing',
    async () => {
      await fuzz(fc.anything({ withBigInt: true, withNullPrototype: true }), (payload) => {
        expect([undefined, 'string']).toContain(typeof itemIdOf(payload) === 'string' ? 'string' : itemIdOf(payload));
      });
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'an order is lines, or told to be unreadable',
    async () => {
      const good = 'id;annex;title\n3f2a;1;"Rapport"\n77aa;2;Certificat\n';
      const orders = fc.tuple(
        fc.constantFrom('csv' as const, 'yaml' as const, 'txt' as const),
        fc.oneof(changed(good), hostileText),
      );
      await fuzz(orders, ([format, text]) => {
        try {
          parseOrder({ text, format, columnNamed: (heading) => (heading === 'id' ? 'id' : undefined) });
        } catch (error) {
          if (!(error instanceof LiasseFailure)) throw error;
        }
      });
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'a message’s head has a sender or none',
    async () => {
      const good = Buffer.from(mailOf({ messageId: 'a@b' }));
      await fuzz(fc.oneof(mutated(good), fc.uint8Array({ maxLength: 500 })), async (bytes) => {
        for (const address of (await readHead(bytes)).from) expect(address).toBe(address.toLowerCase());
      });
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'the directories of a TIFF are read to their end, loops or not',
    async () => {
      const head = Buffer.from(
        '49492a000800000003000001040001000000640000000101040001000000640000001a0105000100000032000000',
        'hex',
      );
      await fuzz(fc.oneof(mutated(head), fc.uint8Array({ maxLength: 200 })), (bytes) => tiffPages(bytes));
    },
    FUZZ_TIMEOUT_MS,
  );
});

describe('what is written for other programs', () => {
  it(
    'a file’s name leads nowhere, steers nothing and turns nothing',
    async () => {
      await fuzz(hostileText, (text) => {
        const name = safeName(text);
        expect(name).not.toMatch(/\p{Cc}|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|\\/u);
        expect(name.split('/')).not.toContain('..');
        expect(name.startsWith('/')).toBe(false);
        expect(name).not.toBe('');
      });
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'a table holds no formula, and as many cells as were put in',
    async () => {
      const rows = fc.array(fc.tuple(hostileText, hostileText), { minLength: 1, maxLength: 4 });
      const schema = z.array(z.array(z.string()));
      await fuzz(rows, (all) => {
        const text = Buffer.from(annexCsv(['a', 'b'], all)).toString('utf8');
        const read = schema.parse(parseCsv(text, { delimiter: ';', bom: true, relax_column_count: true }));
        expect(read.map((row) => row.length)).toEqual([2, ...all.map(() => 2)]);
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/);
      });
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'a calendar has the lines that were put in, none longer than 75 octets',
    async () => {
      await fuzz(hostileText, (text) => {
        const lines = calendarText([['SUMMARY', escapeText(text)]]).split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.slice(1).every((line) => line.startsWith(' '))).toBe(true);
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/\p{Cc}/u.test(line.replaceAll('\t', '')))).toBe(
          true,
        );
      });
    },
    FUZZ_TIMEOUT_MS,
  );
});
