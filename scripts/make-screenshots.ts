/**
 * Pictures of every page for the README and the guides: serves an empty home, has one of the invented cases read, and signs in by role. WebP, in English and
 * in French, below docs/screenshots. Takes minutes, most of them for reading. Run: npm run screenshots
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { z } from 'zod';
import type { Role } from '../src/domain/permissions.ts';
import { startBrowserApp } from '../test/support/browser/browser-app.ts';
import {
  describeTranslator,
  get,
  handIn,
  handInUnsure,
  type Person,
  translate,
  waitUntilRead,
} from './make-screenshots/prepare-case.ts';

const FOLDER = 'docs/screenshots';
const LANGUAGES = ['en', 'fr'] as const;
const DESK = { width: 1280, height: 800 };
/** For a page whose point lies below. */
const TALL = { width: 1280, height: 1250 };
const PHONE = { width: 390, height: 780 };
const WEBP = { quality: 70, effort: 6 };
/** What moves in has moved in, and pictures of papers are drawn. */
const SETTLED_MS = 600;

type Language = (typeof LANGUAGES)[number];
interface Picture {
  readonly name: string;
  /** Null: signed out. */
  readonly role: Role | null;
  readonly path: string;
  readonly theme?: 'dark';
  readonly size?: typeof DESK;
}

const app = await startBrowserApp({ args: ['--concurrency', '1', '--workers', '1'] });
try {
  const person = async (role: Role): Promise<Person> => ({ app, page: await app.as(role, '/account') });
  const [administrator, adviser, translator] = [
    await person('administrator'),
    await person('adviser'),
    await person('translator'),
  ];
  await describeTranslator(administrator);
  const caseId = await handIn(adviser, 'Dossier 12');
  const unsureId = await handInUnsure(adviser, 'Dossier 15');
  console.log('Papers are being read …');
  await takeAll([
    { name: 'operator', role: 'operator', path: '/operations' },
    { name: 'case-reading', role: 'adviser', path: `/cases/${caseId}` },
  ]);
  for (const id of [caseId, unsureId]) await waitUntilRead(adviser, id);
  const taskId = await translate(translator);
  await takeAll(picturesOf(caseId, taskId, await scanOf(adviser, caseId)));
} finally {
  await app.close();
}

function picturesOf(caseId: string, taskId: string, document: string): Picture[] {
  const one = `/cases/${caseId}`;
  return [
    { name: 'sign-in', role: null, path: '/sign-in' },
    { name: 'cases', role: 'adviser', path: '/cases' },
    { name: 'case-documents', role: 'adviser', path: one, size: TALL },
    { name: 'case-documents-dark', role: 'adviser', path: one, theme: 'dark' },
    { name: 'case-documents-phone', role: 'adviser', path: one, size: PHONE },
    { name: 'case-evidence', role: 'adviser', path: `${one}/evidence`, size: TALL },
    { name: 'case-next-steps', role: 'adviser', path: `${one}/next-steps` },
    { name: 'case-deadlines', role: 'adviser', path: `${one}/clocks` },
    { name: 'case-timeline', role: 'adviser', path: `${one}/timeline` },
    { name: 'case-exports', role: 'adviser', path: `${one}/exports` },
    { name: 'document', role: 'adviser', path: `/documents/${encodeURIComponent(document)}` },
    { name: 'review', role: 'adviser', path: '/review' },
    { name: 'orders', role: 'adviser', path: '/translations' },
    { name: 'inbox', role: 'translator', path: '/translations' },
    { name: 'translation', role: 'translator', path: `/translations/tasks/${taskId}` },
    { name: 'operator-store', role: 'operator', path: '/operations/store' },
    { name: 'people', role: 'administrator', path: '/people' },
  ];
}

async function takeAll(pictures: readonly Picture[]): Promise<void> {
  for (const language of LANGUAGES) {
    await mkdir(join(FOLDER, language), { recursive: true });
    for (const picture of pictures) await take(picture, language);
  }
}

async function take(picture: Picture, language: Language): Promise<void> {
  const options = optionsOf(picture, language);
  const page = await (picture.role === null
    ? app.open(picture.path, options)
    : app.as(picture.role, picture.path, options));
  await settle(page);
  const path = join(FOLDER, language, `${picture.name}.webp`);
  const bytes = await sharp(await page.screenshot())
    .webp(WEBP)
    .toBuffer();
  await writeFile(path, bytes);
  console.log(`${path} ${Math.round(bytes.length / 1000)} kB`);
  await page.context().close();
}

/** Language and theme as somebody chose them before in this browser. */
function optionsOf({ theme, size = DESK }: Picture, language: Language): BrowserContextOptions {
  const localStorage = [
    { name: 'liasse-language', value: language },
    { name: 'mantine-color-scheme-value', value: theme ?? 'light' },
  ];
  return {
    viewport: size,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    storageState: { cookies: [], origins: [{ origin: app.served.url, localStorage }] },
  };
}

async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // Nothing is drawn any more; the stream of events never ends, so the network is no sign.
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  await page.waitForTimeout(SETTLED_MS);
}

/** The paper that has most to show: a medical certificate. */
async function scanOf(person: Person, caseId: string): Promise<string> {
  const rowSchema = z.object({ key: z.string(), type: z.object({ id: z.string() }).nullable() });
  const { documents } = z
    .object({ documents: z.array(rowSchema) })
    .parse(await get(person, `/api/cases/${caseId}/documents`));
  const [first] = documents;
  return (documents.find(({ type }) => type?.id === 'medical-certificate') ?? first)?.key ?? '';
}
