import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { createModelFolder } from '#adapters/tesseract-models/model-folder.ts';

it('what a killed process left is removed by the next, and nobody else’s', () => {
  const places = { added: '/nowhere', system: [] };
  const own = createModelFolder(places);
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const named = (pid: number): string =>
    mkdtempSync(join(tmpdir(), basename(own.path).replace(/-\d+-\w+$/, `-${pid}-`)));
  const [left, alive] = [named(dead), named(process.ppid)];
  const next = createModelFolder(places);
  expect([left, alive, own.path].map((path) => existsSync(path))).toEqual([false, true, true]);
  own.remove();
  next.remove();
  rmSync(alive, { recursive: true });
});
