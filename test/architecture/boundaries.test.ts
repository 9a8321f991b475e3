import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const planted = join('src', 'domain', 'planted-violation.ts');

/** dependency-cruiser over one file: its output and exit status. */
async function cruise(path: string): Promise<{ output: string; failed: boolean }> {
  try {
    const { stdout } = await run(process.execPath, [
      'node_modules/.bin/depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      path,
    ]);
    return { output: stdout, failed: false };
  } catch (error) {
    return { output: error instanceof Error && 'stdout' in error ? String(error.stdout) : '', failed: true };
  }
}

describe('the dependency rules', () => {
  afterAll(() => rm(planted, { force: true }));

  it('fire on a planted violation (a silent "0 modules cruised" would pass anything)', async () => {
    await mkdir(join('src', 'domain'), { recursive: true });
    await writeFile(planted, "import { digestOf } from '#engine/stage-key.ts';\nexport const planted = digestOf(1);\n");
    const { output, failed } = await cruise(planted);
    expect(failed).toBe(true);
    expect(output).toContain('layer-domain');
  });
});
