/**
 * Mutation testing of what judges papers and reads dates: small changes are planted in the code, and a test has to notice each.
 * The scope is what an adviser's answer hangs on and what is pure, so that a survivor is a missing test and not a missing server.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: [
    // Dates: what is printed, which one counts, and the days of calendars and of delays.
    'src/text/dates/**/*.ts',
    'src/text/calendar-days.ts',
    'src/stages/find-dates/**/*.ts',
    'src/casework/calendar/**/*.ts',
    'src/casework/clocks/**/*.ts',
    // Judgements: flags and worth of a paper, and what the papers of a case carry together.
    'src/stages/assess-evidence/**/*.ts',
    'src/casework/matrix/**/*.ts',
  ],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  // A sandbox holds what the tests read: no pictures, no pages, and no second configuration that Biome would find.
  ignorePatterns: [
    '/tmp',
    '/dist',
    '/docs',
    '/biome.json',
    '/deploy',
    '/src/web',
    '/test/web',
    '/fixtures/**/*.{pdf,png,jpg,jpeg,tif,tiff,heic,eml,zip,msg,docx}',
  ],
  // A table (names of months, words of a sentence) is data: nearly every test would run once a word.
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  incremental: true,
  incrementalFile: 'tmp/mutation/incremental.json',
  tempDirName: 'tmp/mutation/sandbox',
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: 'tmp/mutation/report.html' },
  jsonReporter: { fileName: 'tmp/mutation/report.json' },
  thresholds: { high: 90, low: 80, break: 80 },
};
