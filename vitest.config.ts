import { defineConfig } from 'vitest/config';

// Two projects: `fast` never runs a recogniser; `real` reads real pixels and takes minutes.
export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: ['test/**/*.ocr.test.ts'], testTimeout: 15_000 },
      },
      {
        test: {
          name: 'real',
          include: ['test/**/*.ocr.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
