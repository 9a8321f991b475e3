import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepingPlaces } from '#app/config.ts';
import { openKeeping } from '#app/keeping/open-keeping.ts';
import { putEmptyDatabase } from '../support/empty-database.ts';
import { keepMixedCase } from '../support/keep-mixed-case.ts';
import { openInPdfJs } from '../support/read-pdf.ts';
import { runLiasse } from '../support/run-liasse.ts';

describe('liasse export', () => {
  let home: string;
  let out: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'liasse-export-home-'));
    await putEmptyDatabase(home);
    out = join(home, 'out');
    const keeping = await openKeeping(keepingPlaces({ LIASSE_HOME: home }));
    await keepMixedCase(keeping, 'Dossier 12');
    await keeping.close();
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  const liasse = (...args: string[]) => runLiasse(['--lang', 'fr', 'export', ...args], { env: { LIASSE_HOME: home } });

  it('leaves no half file when it is killed, and the next run is whole', async () => {
    const args = ['src/cli/main.ts', 'export', '--case', 'Dossier 12', '--out', out];
    const child = spawn(process.execPath, args, { env: { ...process.env, LIASSE_HOME: home }, stdio: 'ignore' });
    const gone = once(child, 'exit');
    const isBegun = async () => (await readdir(out).catch(() => [])).length > 0;
    while (child.exitCode === null && !(await isBegun())) await setTimeout(5);
    child.kill('SIGKILL');
    await gone;
    const left = await readdir(out);
    expect(left.filter((name) => !name.startsWith('.'))).toEqual([]);
    const { status, stdout } = await liasse('--case', 'Dossier 12', '--out', out, '--as-of', '2026-11-23');
    expect(status).toBe(0);
    expect((await readdir(out)).sort()).toEqual([
      'Dossier 12-annexes-liste.csv',
      'Dossier 12-annexes-liste.xlsx',
      'Dossier 12-annexes.pdf',
    ]);
    expect((await openInPdfJs(await readFile(join(out, 'Dossier 12-annexes.pdf')))).numPages).toBe(6);
    expect(stdout).toContain('À joindre à part');
    expect(stdout).toContain('copie de paie.pdf');
  }, 60_000);

  it('writes the order to edit, and tells of lines that name no paper', async () => {
    const order = join(home, 'annexes.csv');
    const listed = await liasse('--case', 'Dossier 12', '--list', order);
    expect(listed.status).toBe(0);
    expect(await readFile(order, 'utf8')).toContain('annexe;titre;');
    const wrong = join(home, 'order.txt');
    await writeFile(wrong, 'pai.pdf\n');
    const { status, stdout } = await liasse('--case', 'Dossier 12', '--order', wrong, '--out', join(home, 'b.pdf'));
    expect(status).toBe(1);
    expect(stdout).toContain('vouliez-vous dire « paie.pdf » ?');
    expect(await readdir(home)).toContain('b.pdf');
  }, 60_000);

  it('says what is wrong with a command', async () => {
    expect((await liasse('--case', 'Nobody')).stderr).toContain('[case-unknown]');
    expect((await liasse('--case', 'Dossier 12', '--max-pages', '2')).status).toBe(2);
    expect((await liasse('--case', 'Dossier 12', '--list', 'a.csv', '--max-mb', '3')).status).toBe(2);
  }, 60_000);
});
