import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { z } from 'zod';
import type { BrowserApp } from '../../test/support/browser/browser-app.ts';
import { printedPdf } from '../../test/support/browser/printed-pdf.ts';
import { frenchTranslation, spanishBirthCertificate } from '../../test/support/foreign-papers.ts';

const FOLDER = 'fixtures/cases/humanitarian/trafficking-survivor';
/** Of which Liasse can't be sure. */
const UNSURE = 'Bonjour\nVoici ce que nous avons vu\nle 3 mai 2025 ou le 4 mai 2025';
const READ_WITHIN_MS = 12 * 60_000;
const TRANSLATED_WITHIN_MS = 3 * 60_000;
const ASK_AGAIN_MS = 2_000;

/** Somebody signed in, and the app they are signed in to. */
export interface Person {
  readonly app: BrowserApp;
  readonly page: Page;
}

const idSchema = z.object({ id: z.string() });
const factsSchema = z.object({ facts: z.record(z.string(), z.unknown()) });
const translatorsSchema = z.object({ translators: z.array(idSchema) });
const filesSchema = z.object({ files: z.array(z.object({ state: z.string() })) });
const caseSchema = z.object({ judgedAt: z.string().nullable() });
const tasksSchema = z.object({
  orders: z.array(z.object({ id: z.string(), language: z.object({ code: z.string() }) })),
});
const taskSchema = z.object({ upload: z.object({ state: z.string() }).nullable() });

/** Says what the translator translates, so that foreign papers are sent by themselves. `person` is an administrator. */
export async function describeTranslator(person: Person): Promise<void> {
  const { translators } = translatorsSchema.parse(await get(person, '/api/translators'));
  const pairs = ['it', 'es', 'en', 'ar'].map((from) => ({ from, to: 'fr' }));
  const profile = { pairs, sworn: { court: 'Paris', until: null }, most: 20, absentUntil: null };
  for (const { id } of translators) await send(person, 'PUT', { path: `/api/translators/${id}`, json: profile });
}

/** Opens a case of invented papers and hands all of them in; the id of the case. */
export async function handIn(person: Person, name: string): Promise<string> {
  const { id } = idSchema.parse(await person.app.post(person.page, '/api/cases', { name }));
  const { facts } = factsSchema.parse(parse(await readFile(join(FOLDER, 'case.yaml'), 'utf8')));
  await send(person, 'PUT', { path: `/api/cases/${id}/facts`, json: facts });
  const path = `/api/cases/${id}/files`;
  for (const file of await readdir(join(FOLDER, 'papers')))
    await send(person, 'POST', { path, name: file, bytes: await readFile(join(FOLDER, 'papers', file)) });
  const bytes = await print(person, spanishBirthCertificate());
  await send(person, 'POST', { path, name: 'acta de nacimiento.pdf', bytes });
  return id;
}

/** A second case, with papers that a person has to look at. */
export async function handInUnsure(person: Person, name: string): Promise<string> {
  const { id } = idSchema.parse(await person.app.post(person.page, '/api/cases', { name }));
  for (const nth of [1, 2, 3]) {
    const bytes = await print(person, `${UNSURE}\nn° ${nth}`);
    await send(person, 'POST', { path: `/api/cases/${id}/files`, name: `photo ${nth}.pdf`, bytes });
  }
  return id;
}

/** Waits until every file is read and the case was judged. */
export async function waitUntilRead(person: Person, caseId: string): Promise<void> {
  await until(READ_WITHIN_MS, async () => {
    const { files } = filesSchema.parse(await get(person, `/api/cases/${caseId}/files`));
    const { judgedAt } = caseSchema.parse(await get(person, `/api/cases/${caseId}`));
    return judgedAt !== null && files.every(({ state }) => state !== 'received' && state !== 'reading');
  });
}

/** Takes the Spanish paper and uploads a translation whose day of birth is another; the id of the task. `person` is the translator. */
export async function translate(person: Person): Promise<string> {
  const isSpanish = ({ language }: { language: { code: string } }): boolean => language.code === 'es';
  const list = async () => tasksSchema.parse(await get(person, '/api/my-translations')).orders;
  await until(TRANSLATED_WITHIN_MS, async () => (await list()).some(isSpanish));
  const id = (await list()).find(isSpanish)?.id ?? '';
  const path = `/api/my-translations/${id}`;
  await send(person, 'POST', { path: `${path}/take`, json: {} });
  const bytes = await print(person, frenchTranslation({ born: '12 avril 1978' }));
  await send(person, 'POST', { path: `${path}/upload`, name: 'acte de naissance.pdf', bytes });
  const isRead = async () => taskSchema.parse(await get(person, path)).upload?.state === 'read';
  await until(TRANSLATED_WITHIN_MS, isRead);
  return id;
}

async function print({ page }: Person, text: string): Promise<Buffer> {
  const sheet = await page.context().newPage();
  const bytes = await printedPdf(sheet, text);
  await sheet.close();
  return bytes;
}

/** The answer of the API, as JSON. */
export async function get({ page }: Person, path: string): Promise<unknown> {
  const answer = await page.request.get(path);
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
  return answer.json();
}

type Sent = { readonly path: string } & (
  | { readonly json: unknown }
  | { readonly name: string; readonly bytes: Buffer }
);

async function send({ app, page }: Person, method: 'POST' | 'PUT', sent: Sent): Promise<void> {
  const named = 'name' in sent ? { 'x-file-name': encodeURIComponent(sent.name) } : {};
  const type = 'name' in sent ? 'application/octet-stream' : 'application/json';
  const data = 'name' in sent ? sent.bytes : sent.json;
  const headers = { origin: app.served.url, 'content-type': type, ...named };
  const answer = await page.request.fetch(sent.path, { method, data, headers });
  if (!answer.ok()) throw new Error(`${sent.path} answered ${answer.status()}: ${await answer.text()}`);
}

async function until(withinMs: number, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it takes too long');
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}
