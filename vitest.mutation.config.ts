import { defineConfig } from 'vitest/config';

/** The tests that `stryker.config.mjs` runs against every mutant: those of its scope, in memory, without a database. */
export default defineConfig({
  test: {
    include: [
      'test/text/dates/**/*.test.ts',
      'test/text/calendar-days.test.ts',
      'test/stages/find-dates/**/*.test.ts',
      'test/stages/assess-evidence/**/*.test.ts',
      'test/casework/calendar/**/*.test.ts',
      'test/casework/clocks/**/*.test.ts',
      'test/casework/matrix.test.ts',
      'test/casework/matrix/**/*.test.ts',
    ],
    exclude: ['test/**/*.ocr.test.ts', 'test/**/*.server.test.ts', 'test/**/*.browser.test.ts'],
    testTimeout: 30_000,
    // Pure functions keep nothing between files, and a worker a file costs more than the tests.
    isolate: false,
  },
});
