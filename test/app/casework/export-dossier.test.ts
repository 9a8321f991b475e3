import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ExportRequest, exportDossier, exportList } from '#app/casework/dossier/export-dossier.ts';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import { readingOf, scannedPage } from '../../support/dossier-originals.ts';
import { keepMixedCase } from '../../support/keep-mixed-case.ts';
import { keepPapers } from '../../support/keep-papers.ts';
import { keepingOf } from '../../support/keeping-of.ts';
import { openInPdfJs, textOfPage } from '../../support/read-pdf.ts';

describe('a dossier that is exported', () => {
  let keeping: Keeping;
  let close: () => Promise<void>;
  let out: string;
  /** The dossier in one piece, for tests that only look. */
  let whole: Awaited<ReturnType<typeof exported>>;
  let wholeIn: string;
  beforeAll(async () => {
    ({ keeping, close } = await keepingOf());
    await keepMixedCase(keeping, 'dossier 12');
    wholeIn = await mkdtemp(join(tmpdir(), 'liasse-export-'));
    whole = await exported({ out: wholeIn });
  });
  afterAll(async () => {
    await close();
    await rm(wholeIn, { recursive: true, force: true });
  });
  beforeEach(async () => {
    out = await mkdtemp(join(tmpdir(), 'liasse-export-'));
    return () => rm(out, { recursive: true, force: true });
  });

  const request = (changes: Partial<ExportRequest> = {}): ExportRequest => ({
    caseName: 'dossier 12',
    language: 'fr',
    pipelineId: 'humanitarian-permit',
    asOf: '2026-11-23',
    orderFile: undefined,
    isOnly: false,
    out,
    passwords: [],
    isLight: false,
    signal: new AbortController().signal,
    onPages: () => undefined,
    ...changes,
  });
  const exported = (changes: Partial<ExportRequest> = {}) => exportDossier(keeping, request(changes));
  const names = ({ annexes }: Awaited<ReturnType<typeof exported>>) =>
    annexes.map(({ annex }) => `${annex.number} ${annex.file}`);
  const opened = async ({ files }: Awaited<ReturnType<typeof exported>>, part = 0) =>
    openInPdfJs(await readFile(files[part]?.path ?? ''));

  it('holds the papers by criterion, says what is to be joined separately, and leaves copies out', async () => {
    const outline = await (await opened(whole)).getOutline();
    expect(
      outline.flatMap(({ title, items }) => [title, ...items.map((item: { title: string }) => `  ${item.title}`)]),
    ).toEqual([
      'Couverture',
      'Liste des annexes',
      'Récit personnel',
      '  Récit – Lettre personnelle',
      'État civil, domicile et séjour',
      '  Annexe 1 – Acte de naissance, 14/03/2011',
      'Intégration prouvée',
      '  Annexe 2 – Bulletin de paie, 31/01/2026',
      '  Annexe 3 – Bulletin de paie, 28/02/2026',
    ]);
    expect(whole.apart.map(({ file }) => file).sort()).toEqual(['court.txt', 'locked.pdf']);
    expect(whole.leftOut.map(({ file }) => file).sort()).toEqual(['copie de paie.pdf', 'courses.pdf']);
    expect((await readdir(wholeIn)).sort()).toEqual([
      'dossier 12-annexes-liste.csv',
      'dossier 12-annexes-liste.xlsx',
      'dossier 12-annexes.pdf',
    ]);
  });

  it('can be searched; its pages and its list agree', async () => {
    const document = await opened(whole);
    const birth = whole.annexes.find(({ annex }) => annex.file === 'naissance.jpg')?.spans[0];
    const text = await textOfPage(document, birth?.page ?? 0);
    expect(text).toContain('شهادة');
    expect(text).toContain(`p. ${birth?.page}/${document.numPages}`);
    expect(await textOfPage(document, 2)).toContain(`p. ${birth?.page}`);
  });

  it('says nothing to the prefecture of what is weak or was left out; the adviser’s list does', async () => {
    const document = await opened(whole);
    const front = `${await textOfPage(document, 1)}${await textOfPage(document, 2)}`;
    expect(front).toContain('CESEDA');
    for (const secret of ['courses', 'copie', 'mot de passe']) expect(front).not.toContain(secret);
    expect(await readFile(join(wholeIn, 'dossier 12-annexes-liste.csv'), 'utf8')).toContain('courses.pdf');
  });

  it('shows what the statement refers to beside what has these numbers', () => {
    expect(whole.references.map(({ number, said, annex }) => [number, said, annex?.title])).toEqual([
      [1, 'plainte', 'Acte de naissance'],
    ]);
  });

  it('is the same, byte for byte, another time', async () => {
    const one = await readFile(whole.files[0]?.path ?? '');
    const two = await readFile((await exported()).files[0]?.path ?? '');
    expect(one.equals(two)).toBe(true);
  });

  it('is cut into files of so many pages, each with its own cover and list, and counts on', async () => {
    const made = await exported({ maxPages: 4 });
    const parts = made.files.map(({ path }) => path.slice(out.length + 1));
    expect(parts).toEqual(['dossier 12-annexes-1-sur-2.pdf', 'dossier 12-annexes-2-sur-2.pdf']);
    expect(made.files.map(({ pages }) => pages)).toEqual([4, 4]);
    const second = await opened(made, 1);
    expect(await textOfPage(second, 1)).toContain('Partie 2/2');
    expect(await textOfPage(second, 3)).toContain('p. 7/8');
    expect(await second.getPageLabels()).toEqual(['5', '6', '7', '8']);
    const again = await exported({ maxPages: 3 });
    expect(again.leftOver.map((path) => path.slice(out.length + 1)).sort()).toEqual(parts);
    expect(again.files.map(({ pages }) => pages)).toEqual([3, 3, 3, 3]);
  });

  it('is cut into files of so many bytes, and is lighter where that is asked for', async () => {
    const scans = [
      await scannedPage({ width: 2000, height: 2828, noise: 31 }),
      await scannedPage({ width: 1000, height: 1414, noise: 32 }),
      await scannedPage({ width: 1000, height: 1414, noise: 33 }),
    ];
    const papers = scans.map((bytes, index) => ({
      ...{ name: `photo ${index}.jpg`, bytes, mediaType: 'image/jpeg', as: {} },
      pages: [readingOf('Bulletin')],
    }));
    await keepPapers(keeping, 'heavy', papers);
    const maxMb = ((scans[0]?.length ?? 0) * 1.15) / 1_000_000;
    const { files, tooLarge } = await exported({ caseName: 'heavy', maxMb });
    expect(files.map(({ pages }) => pages)).toEqual([3, 4]);
    for (const { path } of files) expect((await readFile(path)).length).toBeLessThanOrEqual(maxMb * 1_000_000);
    expect(tooLarge).toEqual([]);
    const small = await exported({ caseName: 'heavy', maxMb: 0.09 });
    expect(small.tooLarge).toEqual([1, 2, 3]);
    const light = await exported({ caseName: 'heavy', isLight: true });
    const sum = files.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0);
    expect(light.files[0]?.sizeBytes ?? sum).toBeLessThan(sum * 0.9);
  }, 60_000);

  it('follows the order that was written out and edited', async () => {
    const path = join(out, 'annexes.csv');
    await exportList(keeping, request(), path);
    expect(await readdir(out)).toEqual(['annexes.csv']);
    const same = await exported({ orderFile: path });
    expect(names(same)).toEqual(names(whole));
    expect(same.problems).toEqual([]);
    const [head = '', ...rows] = (await readFile(path, 'utf8')).split('\r\n');
    const edited = rows.toReversed().map((row) => row.replace(';Acte de naissance;', ';Ma naissance;'));
    await writeFile(path, [head, ...edited, '9;;;;;;;;;;pay.pdf;;;;'].join('\n'));
    const other = await exported({ orderFile: path, isOnly: true });
    expect(names(other)).toEqual([
      '1 locked.pdf',
      '2 court.txt',
      '3 fevrier.pdf',
      '4 paie.pdf',
      '5 naissance.jpg',
      'Récit récit.pdf',
    ]);
    expect(other.annexes[4]?.annex.title).toBe('Ma naissance');
    expect(other.problems.map(({ names: name, nearest }) => [name, nearest])).toEqual([['pay.pdf', 'paie.pdf']]);
  });

  it('leaves nothing behind when it is interrupted, but what was there before', async () => {
    const before = Buffer.from('an earlier dossier');
    await writeFile(join(out, 'dossier 12-annexes.pdf'), before);
    const stop = new AbortController();
    const interrupted = exported({ signal: stop.signal, maxPages: 4, onPages: () => stop.abort() });
    await expect(interrupted).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(out)).toEqual(['dossier 12-annexes.pdf']);
    expect((await readFile(join(out, 'dossier 12-annexes.pdf'))).equals(before)).toBe(true);
  });

  it('takes away what a run that was killed left, and nothing of a run that still works', async () => {
    const alive = `.dossier 12-annexes.${process.ppid}-0.part`;
    for (const name of ['.dossier 12-annexes.999999999-0.part', alive, '.other.999999999-0.part'])
      await writeFile(join(out, name), 'half');
    await exported();
    const hidden = (await readdir(out)).filter((name) => name.startsWith('.'));
    expect(hidden.sort()).toEqual([alive, '.other.999999999-0.part']);
  });

  it('says so when there is nothing to annex, or no place to write', async () => {
    await keeping.cases.open('empty');
    await expect(exported({ caseName: 'empty' })).rejects.toMatchObject({ code: 'nothing-to-annex' });
    await writeFile(join(out, 'file'), '');
    await expect(exported({ out: join(out, 'file', 'folder') })).rejects.toMatchObject({ code: 'output-not-writable' });
    await expect(exported({ orderFile: join(out, 'none.csv') })).rejects.toMatchObject({ code: 'order-unreadable' });
  });
});
