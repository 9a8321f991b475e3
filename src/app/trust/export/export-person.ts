import { createHash } from 'node:crypto';
import { createExportFolder } from '#adapters/export-place/create-export-folder.ts';
import { createExportZip } from '#adapters/export-place/create-export-zip.ts';
import { asFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { RetentionRules } from '#domain/retention.ts';
import type { ExportPlace } from '#ports/export-place.ts';
import type { KeptCase } from '#ports/kept-files.ts';
import type { KeptDocument } from '#ports/kept-results.ts';
import { documentText } from '#text/line-text.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { pagesOf } from '../../keeping/pages-of.ts';
import { pipelineLabels } from '../../pipeline-labels.ts';
import { dueCases } from '../due-cases.ts';
import { type ExportedFile, type Gathered, gatherExport, readOriginal } from './gather-export.ts';
import { indexPage } from './index-page.ts';

export interface ExportOptions {
  /** A `.zip` file, or a folder that is empty or not there yet. */
  readonly target: string;
  readonly language: keyof Bilingual;
  readonly pipelineId: string;
  readonly rules: RetentionRules;
  /** ISO 8601. */
  readonly today: string;
  /** Of the case only the files that speak of this person. */
  readonly person?: string | undefined;
  /** Name and address of the organisation, for the page. */
  readonly controller?: string | undefined;
}

/** What was exported. */
export interface PersonExport {
  readonly path: string;
  readonly files: number;
  readonly originals: number;
  readonly documents: number;
  /** Names of files whose originals are missing or damaged: they are not in it. */
  readonly damaged: readonly string[];
}

const PAGES = { fr: 'index.fr.html', en: 'index.en.html' } as const;

/**
 * Writes all that is held on the person of a case, in plain language and for machines: originals (compared with their hashes), readings, records,
 * decisions, log. It is there as a whole or not at all. Throws `export-not-empty`, `export-not-written`, `disk-full`.
 */
export async function exportPerson(keeping: Keeping, kept: KeptCase, options: ExportOptions): Promise<PersonExport> {
  const { target } = options;
  const place = target.toLowerCase().endsWith('.zip') ? createExportZip(target) : await createExportFolder(target);
  try {
    const gathered = await gatherExport(keeping, kept, options.person);
    const writer = createHashedWriter(place);
    const damaged = await addOriginals(writer, keeping, gathered.files);
    await addReadings(writer, keeping, gathered.files);
    await addRecords(writer, gathered);
    await addPages(writer, keeping, { gathered, damaged, options });
    await place.add('SHA256SUMS', Buffer.from(writer.sums()));
    const documents = gathered.files.reduce((sum, one) => sum + one.documents.length, 0);
    const detail = { files: gathered.files.length, documents };
    await keeping.audit.append([{ action: 'person-exported', subject: kept.id, detail }]);
    const bad = gathered.files.filter(({ file }) => damaged.has(file.id));
    return {
      path: await place.publish(),
      files: gathered.files.length,
      originals: new Set(gathered.files.flatMap(({ originalPath }) => originalPath ?? [])).size,
      documents,
      damaged: bad.map(({ file }) => file.name),
    };
  } finally {
    await place.giveUp();
  }
}

/** Writes files and remembers their hashes, as sha256sum lists them. */
interface HashedWriter {
  add(name: string, content: Uint8Array | string): Promise<void>;
  sums(): string;
}

function createHashedWriter(place: ExportPlace): HashedWriter {
  const lines: string[] = [];
  return {
    add: async (name, content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      lines.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
      await place.add(name, bytes);
    },
    sums: () => lines.join(''),
  };
}

/** The ids of the files whose originals could not be had. */
async function addOriginals(
  writer: HashedWriter,
  keeping: Keeping,
  files: readonly ExportedFile[],
): Promise<ReadonlySet<string>> {
  const damaged = new Set<string>();
  const done = new Set<string>();
  for (const { file, originalPath } of files) {
    if (originalPath === null || done.has(originalPath)) continue;
    const content = await readOriginal(keeping, file).catch((error: unknown) => {
      const { code } = asFailure(error);
      if (code !== 'original-missing' && code !== 'sealed-damaged') throw error;
      return undefined;
    });
    if (content === undefined) damaged.add(file.id);
    else {
      done.add(originalPath);
      await writer.add(originalPath, content);
    }
  }
  return damaged;
}

async function addReadings(writer: HashedWriter, keeping: Keeping, files: readonly ExportedFile[]): Promise<void> {
  for (const { file, documents } of files)
    for (const { document, readingPath } of documents) {
      const pages = file.sha256 === null ? [] : await readingOf(keeping, file.sha256, document);
      await writer.add(readingPath, `${documentText({ pages })}\n`);
    }
}

/** What was read; nothing when the reading is not there any more: it can be made again from the original. */
async function readingOf(keeping: Keeping, sha256: string, document: Pick<KeptDocument, 'id' | 'keys'>) {
  try {
    return await pagesOf(keeping.pages, sha256, document);
  } catch (error) {
    if (asFailure(error).code === 'reading-missing' || asFailure(error).code === 'sealed-damaged') return [];
    throw error;
  }
}

async function addRecords(writer: HashedWriter, { kept, files, decisions, orders, audit }: Gathered): Promise<void> {
  const records = files.flatMap(({ documents }) => documents.map(({ record }) => record));
  const received = files.map(({ file: { caseId: _case, ...file }, originalPath }) => ({
    ...file,
    original: originalPath,
  }));
  const { name, state, openedAt, stateSince, summary } = kept;
  for (const [file, value] of [
    ['case.json', { name, state, openedAt, stateSince, summary }],
    ['files.json', received],
    ['records.json', records],
    ['decisions.json', decisions],
    [
      'translations.json',
      orders.map(({ order: { caseId: _case, teamId: _team, ...order }, history }) => ({ ...order, history })),
    ],
    ['audit.json', audit.map(({ detail, ...row }) => ({ ...row, detail: JSON.parse(detail) }))],
  ] as const)
    await writer.add(file, `${JSON.stringify(value, null, 2)}\n`);
}

interface Pages {
  readonly gathered: Gathered;
  readonly damaged: ReadonlySet<string>;
  readonly options: ExportOptions;
}

/** The page in both languages; the one that was asked for is the one that is opened first. */
async function addPages(writer: HashedWriter, keeping: Keeping, { gathered, damaged, options }: Pages): Promise<void> {
  const { language, today, rules, person, controller } = options;
  const labels = await pipelineLabels(options.pipelineId);
  const [due] = dueCases([gathered.kept], rules, today);
  const facts = {
    day: today,
    person,
    controller,
    damaged,
    dueOn: due?.dueOn ?? null,
    backups: await backupsSince(keeping, gathered),
  };
  const other = language === 'fr' ? 'en' : 'fr';
  const pageIn = (one: keyof Bilingual, otherPage: string): string =>
    indexPage(gathered, { ...facts, language: one, labels: labels.of(one), otherPage });
  await writer.add('index.html', pageIn(language, PAGES[other]));
  await writer.add(PAGES[other], pageIn(other, 'index.html'));
}

async function backupsSince({ audit }: Keeping, { kept }: Gathered): Promise<number> {
  let backups = 0;
  for await (const { action } of audit.rows({ since: kept.openedAt.toISOString() }))
    if (action === 'backup-made') backups += 1;
  return backups;
}
