/**
 * Mutation testing of what judges papers and reads dates: small changes are planted in the code, and a test has to notice each.
 * The scope is what an adviser's answer hangs on and what is pure, so that a survivor is a missing test and not a missing server.
 * A folder comes in here once its survivors were read: the rest of `text/dates` and of `stages/find-dates` is next.
 */
export default {
  mutate: [
    // Days: shortened dates, months added, holidays, working days, delays.
    'src/text/calendar-days.ts',
    'src/casework/calendar/**/*.ts',
    // Dates: which day the printed numbers mean, in every calendar.
    'src/text/dates/{resolve-date,date-reading,era-year,persian-century,roman-month,numeric-calendar,sambat-date}.ts',
    'src/stages/find-dates/choose-issue-date.ts',
    // Judgements: flags and worth of a paper, and what the papers of a case carry together.
    'src/stages/assess-evidence/**/*.ts',
    'src/casework/matrix/**/*.ts',
    // Deadlines: which paper starts them, from which day, how long, and what other papers do to them.
    'src/casework/clocks/**/*.ts',
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
