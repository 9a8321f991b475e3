import { defineConfig } from 'vitest/config';

// Four projects: `fast` never runs a recogniser; `servers` starts PostgreSQL and Redis; `browser` drives a real Chromium; `real` reads real pixels
// and takes minutes.
export default defineConfig({
  test: {
    // As many files at once as there are cores; left to itself it keeps one core for a screen that nobody looks at.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.ocr.test.ts', 'test/**/*.server.test.ts', 'test/**/*.browser.test.ts'],
          testTimeout: 15_000,
          // An embedded database is made in three seconds, and in many more on a machine that is busy.
          hookTimeout: 60_000,
          globalSetup: ['test/support/database-template.ts'],
          // Starting a worker anew for each of 250 files takes longer than many a file's tests.
          isolate: false,
        },
      },
      {
        test: {
          name: 'servers',
          include: ['test/**/*.server.test.ts'],
          testTimeout: 120_000,
          // The first time, the servers' packages may have to be installed.
          hookTimeout: 300_000,
          globalSetup: ['test/support/database-template.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 120_000,
          // The first time, Chromium may have to be installed and the page to be built.
          hookTimeout: 300_000,
          globalSetup: ['test/support/database-template.ts'],
        },
      },
      {
        test: {
          name: 'real',
          include: ['test/**/*.ocr.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          globalSetup: ['test/support/database-template.ts'],
        },
      },
    ],
  },
});
