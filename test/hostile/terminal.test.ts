import { expect, it } from 'vitest';
import { printable } from '#cli/printable.ts';
import { summaryTable } from '#cli/summary-table.ts';
import { aRecord } from '../support/a-record.ts';
import { FUZZ_TIMEOUT_MS, fuzz } from '../support/hostile/fuzz.ts';
import { hostileText } from '../support/hostile/hostile-text.ts';

const STEERS = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const labels = { typeLabel: (id: string) => id, flagLabel: (code: string) => code };

it(
  'no name and no word of a paper steers the terminal, or turns the words beside it',
  async () => {
    await fuzz(
      hostileText,
      (text) => {
        expect(printable(text)).not.toMatch(STEERS);
        const table = summaryTable([aRecord({ file: text })], labels, { language: 'en', width: 120 });
        expect(table).not.toMatch(STEERS);
      },
      60,
    );
  },
  FUZZ_TIMEOUT_MS,
);
