import { defineConfig } from 'vitest/config';

/**
 * The tests that `stryker.config.mjs` runs against every mutant: those that call its scope directly. Tests of whole papers and whole cases
 * pass there too, and take ten times as long for each mutant.
 */
export default defineConfig({
  test: {
    include: [
      'test/text/calendar-days.test.ts',
      'test/text/dates/{resolve-date,years-and-months,bikram-sambat}.test.ts',
      'test/casework/calendar/calendar.test.ts',
      'test/casework/matrix/**/*.test.ts',
      // Without its properties: a hundred and fifty random cases for every change say what the examples say.
      'test/casework/clocks/!(*.property).test.ts',
      'test/stages/find-dates/choose-issue-date.test.ts',
      'test/stages/assess-evidence/{evaluate-condition,gather-facts,raise-flags}.test.ts',
    ],
    testTimeout: 30_000,
    // Pure functions keep nothing between files, and a worker a file costs more than the tests.
    isolate: false,
  },
});
