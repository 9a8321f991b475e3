import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { frenchTranslation, spanishBirthCertificate } from '../../test/support/foreign-papers.ts';
import type { TestClient } from '../../test/support/http/test-client.ts';
import { runLiasse } from '../kill-trials/liasse-process.ts';
import { writeTrialPapers } from '../kill-trials/trial-papers.ts';
import { answered } from './soak-people.ts';
import { textPdf } from './text-pdf.ts';

/** One kind of work, done once each time. */
export interface SoakTask {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<unknown>;
}

/** What the tasks work on, and what they note. */
export interface SoakDesk {
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly watched: string;
  readonly caseIds: readonly string[];
  readonly advisers: readonly TestClient[];
  readonly translator: TestClient;
  /** Ids of files for which somebody has a receipt. */
  readonly receipts: Set<string>;
}

const runSchema = z.object({ run: z.object({ id: z.string(), state: z.string() }) }).nullable();
const SAYINGS = [
  { kind: 'correct', field: 'type', value: 'medical-certificate' },
  { kind: 'correct', field: 'issuer', value: 'Hôpital Nord' },
  { kind: 'withdraw', field: 'type' },
  { kind: 'withdraw', field: 'issuer' },
] as const;

let counter = 0;
const next = (): number => {
  counter += 1;
  return counter;
};
const oneOf = <Thing>(things: readonly Thing[]): Thing => {
  const thing = things[Math.floor(Math.random() * things.length)];
  if (thing === undefined) throw new Error('nothing there yet');
  return thing;
};
const paper = (): string =>
  `Hôpital Nord\n\nCERTIFICAT MÉDICAL\n\nJe soussigné, docteur en médecine, certifie suivre Monsieur D., dossier n° ${next()}-${process.pid}.\n\nFait à Lyon, le ${1 + (counter % 27)} mars 2026\n`;

/** A day's work of an office, hastened. */
export function soakTasks(desk: SoakDesk): readonly SoakTask[] {
  const adviser = (): TestClient => oneOf(desk.advisers);
  const upload = async (name: string, body: string | Uint8Array, caseId = oneOf(desk.caseIds)): Promise<void> => {
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': name };
    const { files } = await answered(adviser().request('POST', `/api/cases/${caseId}/files`, { headers, body }));
    for (const { id } of files) desk.receipts.add(String(id));
  };
  const caseNames = (index: number): string => `soak-${index}`;
  return [
    { name: 'upload a text', everyMs: 700, run: () => upload('paper.txt', paper()) },
    { name: 'upload a PDF', everyMs: 4_000, run: async () => upload('paper.pdf', await textPdf(paper())) },
    { name: 'upload what nobody can read', everyMs: 30_000, run: () => upload('x.pdf', `%PDF-1.7 broken ${next()}`) },
    {
      name: 'receive a folder',
      everyMs: 45_000,
      run: async () => {
        const folder = await mkdtemp(join(desk.folder, 'received-'));
        await writeTrialPapers(folder, 3);
        await writeFile(join(folder, 'own.txt'), paper());
        await runLiasse(['receive', folder, '--case', caseNames(0)], desk.env, [0, 1]);
        await rm(folder, { recursive: true });
      },
    },
    {
      name: 'put into the watched folder',
      everyMs: 15_000,
      run: async () => {
        const folder = join(desk.watched, caseNames(1));
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, `scan-${next()}.txt`), paper());
      },
    },
    { name: 'correct a paper', everyMs: 3_000, run: () => correct(adviser(), oneOf(desk.caseIds)) },
    { name: 'judge a case', everyMs: 5_000, run: () => lookAt(adviser(), oneOf(desk.caseIds)) },
    { name: 'export a dossier', everyMs: 40_000, run: () => exportDossier(adviser(), oneOf(desk.caseIds)) },
    {
      name: 'order a translation',
      everyMs: 20_000,
      run: () => upload('acta.txt', spanishBirthCertificate(String(4_000_000 + next()))),
    },
    { name: 'translate', everyMs: 10_000, run: () => translate(desk.translator, adviser()) },
    { name: 'judge a case again', everyMs: 90_000, run: () => judgeAgain(desk.env, caseNames(2)) },
  ];
}

async function correct(adviser: TestClient, caseId: string): Promise<void> {
  const { documents } = await answered(adviser.get(`/api/cases/${caseId}/documents`));
  const { key } = oneOf(z.array(z.object({ key: z.string() })).parse(documents));
  await answered(adviser.post(`/api/documents/${key}/decisions`, { decisions: [oneOf(SAYINGS)] }));
  await answered(adviser.get(`/api/documents/${key}/history`));
}

async function lookAt(adviser: TestClient, caseId: string): Promise<void> {
  await answered(adviser.get(`/api/cases/${caseId}/judgement`));
  await answered(adviser.get(`/api/cases/${caseId}/report.html`));
  await answered(adviser.post(`/api/cases/${caseId}/search`, { words: 'hôpital' }));
}

const DOSSIER_MS = 60_000;

async function exportDossier(adviser: TestClient, caseId: string): Promise<void> {
  const begun = await adviser.post(`/api/cases/${caseId}/dossier`, { language: 'fr' });
  // One at a time of each case; one that a kill interrupted is told to be over.
  if (begun.status === 409) return;
  const { id } = await answered(Promise.resolve(begun));
  const latest = performance.now() + DOSSIER_MS;
  while (performance.now() < latest) {
    const { state } = await answered(adviser.get(`/api/cases/${caseId}/dossier/${id}`));
    if (state === 'ready') await answered(adviser.get(`/api/cases/${caseId}/dossier/${id}/files/0`));
    if (state !== 'making') return;
    await pause(1_000);
  }
}

/** Each order goes one step on. */
async function translate(translator: TestClient, adviser: TestClient): Promise<void> {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'traduction.txt' };
  const { orders } = await answered(translator.get('/api/my-translations'));
  for (const { id, state } of orders) {
    if (state === 'asked') await answered(translator.post(`/api/my-translations/${id}/take`));
    if (state !== 'taken') continue;
    const body = frenchTranslation({ mark: String(4_000_000 + next()) });
    await answered(translator.request('POST', `/api/my-translations/${id}/upload`, { headers, body }));
    await answered(translator.post(`/api/my-translations/${id}/deliver`, { remark: null }));
  }
  const { orders: all } = await answered(adviser.get('/api/translations'));
  for (const { id, state } of all)
    if (state === 'delivered') await answered(adviser.post(`/api/translations/${id}/accept`));
}

/** As of another day, so that something changes; in force and taken back, or dropped. */
async function judgeAgain(env: Readonly<Record<string, string>>, caseName: string): Promise<void> {
  const asOf = `2027-0${1 + (next() % 9)}-01`;
  const asked = [
    'reprocess',
    '--case',
    caseName,
    '--as-of',
    asOf,
    '--judge-only',
    '--engine',
    'js',
    '--json',
    '--dry-run',
  ];
  const computed = runSchema.parse(JSON.parse(await runLiasse(asked, env)));
  if (computed?.run.state !== 'proposed') return;
  if (counter % 2 === 0) {
    await runLiasse(['runs', 'reject', computed.run.id], env);
    return;
  }
  await runLiasse(['runs', 'accept', computed.run.id], env, [0, 1]);
  await runLiasse(['runs', 'rollback', computed.run.id], env, [0, 1]);
}
