import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExpansionBudget } from '#adapters/archives/expansion-budget.ts';
import { unpackZip } from '#adapters/archives/unpack-zip.ts';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import { createReception } from '#app/keeping/receive.ts';
import { type ExportOptions, exportPerson } from '#app/trust/export/export-person.ts';
import { documentId } from '#domain/document-id.ts';
import { documentRecordSchema } from '#domain/document-record.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import { paperKey } from '#domain/paper-key.ts';
import { fileParts } from '../../../support/file-parts.ts';
import { keepingOf } from '../../../support/keeping-of.ts';
import { keptCase } from '../../../support/kept-case.ts';

const EVIL = '<img src=x onerror=alert(1)>.txt';
const TEXTS = {
  'Passeport de Mme Sesay.txt': 'Passeport <b>gras</b> & \f seconde page',
  [EVIL]: '<script>alert(document.domain)</script>',
  'mail.eml!/annexe.txt': 'Attestation de Mme Sesay',
  'copie.txt': 'Attestation de Mme Sesay',
  'Ibrahim.txt': 'Lettre de M. Ibrahim Kamara',
};

let keeping: Keeping;
let home: string;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ keeping, home, close } = await keepingOf());
  const receipts = await keptCase(keeping.as('amina'), 'Dossier Sesay', TEXTS);
  await keptCase(keeping, 'another', { 'other.txt': 'Un autre dossier, M. Secret' });
  const sha256 = receipts[0]?.sha256 ?? '';
  const about = { kind: 'correct', at: '2026-11-25T10:00:00Z', pipeline: 'p', field: 'issuer', was: null } as const;
  await keeping.decisions.add([
    { ...about, document: documentId(sha256, 1, 2), value: 'Ambassade <du> Sierra Leone' },
    // Before it was joined.
    { ...about, document: documentId(sha256, 2, 2), value: 'Mairie' },
    { ...about, document: 'of-another-paper', value: 'Secret' },
  ]);
  for (const [name, due] of [
    ['Dossier Sesay', '2026-12-01'],
    ['another', '2026-12-02'],
  ] as const) {
    const id = (await keeping.cases.find(name))?.id ?? '';
    const [file] = await keeping.files.ofCase(id);
    const order = await keeping.translations.add({
      ...{ caseId: id, fileId: file?.id ?? '', pages: { from: 1, to: 2 }, document: documentId(sha256, 1, 2) },
      ...{ type: null, language: 'krio', into: 'fr', isSworn: true, isUrgent: false, rule: null, dueOn: due },
      ...{ madeBy: null, assignment: { personId: null, because: 'no-translator' } },
    });
    await keeping.translations.act(order?.id ?? '', { act: 'cancel', because: 'by-hand' });
    await keeping.audit.append([{ action: 'document-viewed', subject: paperKey(file?.id ?? '', 1), detail: {} }]);
  }
  const refused = async function* () {
    yield { name: 'vide.pdf', failure: 'empty-file' as const };
  };
  const into = { caseName: 'Dossier Sesay', via: 'mail', asOf: '2026-11-26' } as const;
  await Array.fromAsync(createReception(keeping).receive(refused(), into));
  await Array.fromAsync(createReception(keeping).receive(fileParts({ 'attend.txt': 'à lire' }), into));
}, 120_000);
afterAll(() => close());

async function exported(target: string, changes: Partial<ExportOptions> = {}) {
  const kept = await keeping.cases.find('Dossier Sesay');
  if (kept === undefined) throw new Error('a case was expected');
  return exportPerson(keeping, kept, {
    target: join(home, target),
    language: 'fr',
    pipelineId: 'humanitarian-permit',
    rules: { open: null, closed: null, archived: null },
    today: '2026-11-26',
    ...changes,
  });
}

/** All files below a folder by their names. */
async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      files.set(path.slice(folder.length + 1), await readFile(path));
    }
  return files;
}

describe('an export of all that is held on a person', () => {
  let files: Map<string, Buffer>;
  const text = (name: string): string => files.get(name)?.toString('utf8') ?? '';
  const json = (name: string) => JSON.parse(text(name));
  beforeAll(async () => {
    const { path, damaged } = await exported('folder');
    expect(damaged).toEqual([]);
    files = await filesOf(path);
  }, 60_000);

  it('holds every original byte for byte, once, under a name that is safe everywhere', () => {
    const originals = [...files].filter(([name]) => name.startsWith('originals/'));
    const kept = originals.map(([, bytes]) => bytes.toString('utf8')).sort();
    expect(kept).toEqual([...new Set(Object.values(TEXTS)), 'à lire'].sort());
    for (const [name] of originals) expect(name).toMatch(/^originals\/\d{4} [^<>:"|?*/\\]+$/);
  });

  it('lists every file that came in, also what was refused or waits, with where its original lies', () => {
    const listed = json('files.json');
    expect(listed.map((one: { name: string }) => one.name)).toEqual([...Object.keys(TEXTS), 'vide.pdf', 'attend.txt']);
    expect(listed.find((one: { name: string }) => one.name === 'vide.pdf')).toMatchObject({
      original: null,
      failure: 'empty-file',
    });
    const paths = ['mail.eml!/annexe.txt', 'copie.txt'].map(
      (name) => listed.find((one: { name: string }) => one.name === name).original,
    );
    expect(paths[0]).toBe(paths[1]);
    expect(files.has(paths[0])).toBe(true);
  });

  it('holds what was read and recognised, what was decided about any cut of it, and who did what; nothing of others', () => {
    for (const record of json('records.json')) documentRecordSchema.parse(record);
    expect(text('readings/0001 p1-2.txt')).toBe('Passeport <b>gras</b> &\nseconde page\n');
    expect(json('decisions.json').map(({ value }: { value: string }) => value)).toEqual([
      'Ambassade <du> Sierra Leone',
      'Mairie',
    ]);
    const actors = json('audit.json').map(({ actor }: { actor: string }) => actor);
    expect(actors).toContain('amina');
    const everything = [...files.values()].map((bytes) => bytes.toString('utf8')).join();
    expect(everything).not.toContain('Secret');
    expect(everything).not.toContain('another');
  });

  it('lists the translations that were asked for of its papers, with what became of them, and who looked at a paper', () => {
    const orders = json('translations.json');
    expect(orders).toEqual([expect.objectContaining({ dueOn: '2026-12-01', language: 'krio', state: 'cancelled' })]);
    expect(orders[0].history.map(({ kind }: { kind: string }) => kind)).toEqual(['made', 'left-open', 'cancelled']);
    for (const page of ['index.html', 'index.en.html']) expect(text(page)).toContain('krio → fr');
    expect(text('index.html')).toContain('traducteur assermenté (annulée)');
    const viewed = json('audit.json').filter(({ action }: { action: string }) => action === 'document-viewed');
    expect(viewed).toEqual([expect.objectContaining({ subject: `${json('files.json')[0].id}:1` })]);
  });

  it('explains itself in two languages, without scripts, every text escaped, every link leading to a file in it', () => {
    for (const page of ['index.html', 'index.en.html']) {
      const html = text(page);
      expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>|<b>gras|<du>/);
      expect(html).toContain("default-src 'none'");
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;.txt');
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => decodeURIComponent(href ?? ''));
      expect(links.length).toBeGreaterThan(10);
      for (const link of links) expect(files.has(link), link).toBe(true);
    }
    expect(text('index.html')).toContain('lang="fr"');
    expect(text('index.html')).toContain('26 novembre 2026');
    expect(text('index.html')).toMatch(/article 15.*article 20/s);
    expect(text('index.en.html')).toContain('right of access');
  });

  it('names each of its files with its hash, so that a change is noticed', () => {
    const sums = text('SHA256SUMS').trim().split('\n');
    expect(sums).toHaveLength(files.size - 1);
    for (const line of sums) {
      const [hash, name = ''] = line.split(/ {2}(.+)/);
      expect(
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex'),
        name,
      ).toBe(hash);
    }
  });

  it('can be read by its owner only, and is told in the log', async () => {
    expect((await stat(join(home, 'folder'))).mode & 0o077).toBe(0);
    for (const name of files.keys()) expect((await stat(join(home, 'folder', name))).mode & 0o077).toBe(0);
    expect((await Array.fromAsync(keeping.audit.rows())).at(-1)).toMatchObject({ action: 'person-exported' });
  });
});

describe('an export in a ZIP file', () => {
  it('holds the same as one in a folder', async () => {
    const folder = await exported('same');
    const { path } = await exported('same.zip');
    const unpacked = new Map<string, string>();
    for await (const { name, bytes } of unpackZip(await readFile(path), createExpansionBudget(100_000, DEFAULT_LIMITS)))
      unpacked.set(name, Buffer.from(bytes).toString('utf8'));
    const files = await filesOf(folder.path);
    expect([...unpacked.keys()].sort()).toEqual([...files.keys()].sort());
    // The log tells of the export before.
    for (const [name, content] of unpacked)
      if (!/audit|index|SHA256SUMS/.test(name)) expect(content, name).toBe(files.get(name)?.toString('utf8'));
    expect((await stat(path)).mode & 0o077).toBe(0);
  });
});

describe('an export', () => {
  it('of one person of the case holds only the files that speak of her', async () => {
    const { path, files } = await exported('sesay', { person: 'mme SESAY', controller: 'Les Rives <dpo>' });
    expect(files).toBe(3);
    const names = [...(await filesOf(path)).keys()].filter((name) => name.startsWith('originals/'));
    expect(names.some((name) => name.includes('Ibrahim'))).toBe(false);
    const html = await readFile(join(path, 'index.html'), 'utf8');
    expect(html).toContain('mme SESAY');
    expect(html).toContain('Les Rives &lt;dpo&gt;');
    await expect(exported('nobody', { person: 'Nobody Atall' })).rejects.toMatchObject({
      code: 'nothing-about-person',
    });
    await expect(stat(join(home, 'nobody'))).rejects.toThrow();
  });

  it('says which originals were missing or damaged, and leaves them out', async () => {
    const [file] = await keptCase(keeping, 'Dossier Sesay', { 'perdu.txt': 'perdu' });
    const name = `originals/${file?.sha256?.slice(0, 2)}/${file?.sha256}`;
    const sealed = Buffer.from((await keeping.blobs.find(name)) ?? []);
    sealed.writeUInt8(sealed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1);
    await keeping.blobs.put(name, sealed);
    const { path, damaged } = await exported('damaged');
    expect(damaged).toEqual(['perdu.txt']);
    expect([...(await filesOf(path)).keys()].some((one) => one.includes('perdu'))).toBe(false);
    expect(await readFile(join(path, 'index.html'), 'utf8')).toContain('1 original manque');
    await keeping.blobs.remove(name);
    expect((await exported('missing')).damaged).toEqual(['perdu.txt']);
  });

  it('is written over nothing, and leaves nothing half done', async () => {
    const full = join(home, 'full');
    await mkdir(full);
    await writeFile(join(full, 'mine.txt'), 'mine');
    await expect(exported('full')).rejects.toMatchObject({ code: 'export-not-empty' });
    expect(await readdir(full)).toEqual(['mine.txt']);
    await rm(join(full, 'mine.txt'));
    await expect(exported('full')).resolves.toBeDefined();
    for (const target of ['nowhere/x.zip', 'nowhere/x'])
      await expect(exported(target)).rejects.toMatchObject({ code: 'export-not-written' });
    expect((await readdir(dirname(full))).filter((one) => one.endsWith('.part'))).toEqual([]);
  });
});
