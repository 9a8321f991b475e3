import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { parse } from 'yaml';
import { listFixtures } from './fixtures/list-fixtures.ts';
import { type Entry, type Paper, paperFileSchema } from './fixtures/paper.schema.ts';
import { renderCase } from './fixtures/render-case.ts';
import { renderEntry } from './fixtures/render-entry.ts';
import { spreadVariants } from './fixtures/spread-variants.ts';

// Renders the synthetic papers. Only the fixtures' authors need a browser: the rendered files are committed.
const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: path.join(import.meta.dirname, 'fixtures', 'papers') },
    out: { type: 'string', default: path.join(import.meta.dirname, '..', 'fixtures') },
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
    missing: { type: 'boolean', default: false },
    cases: { type: 'boolean', default: false },
    browser: { type: 'string', default: '/usr/bin/chromium' },
  },
});
const asOf = '2026-11-23';
const fontFolder = '/usr/share/fonts';
const neededFonts = [
  'NotoSans-Regular',
  'NotoSansGeorgian',
  'NotoNaskhArabic',
  'NotoSansCJK',
  'LiberationSans',
  'DejaVuSans',
];

if (values.list) listFixtures(values.out);
else await main();

async function main(): Promise<void> {
  requireTools();
  const browser = await chromium.launch({
    executablePath: values.browser,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  });
  try {
    if (values.cases) await renderCases(browser);
    else for (const file of paperFiles(values.papers)) await renderFile(browser, file);
  } finally {
    await browser.close();
  }
}

function paperFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

/** `cases/<permit>/<case>.yaml` holds the papers of a client; `--only <case>/<part of a name>` renders some of them. */
async function renderCases(browser: Browser): Promise<void> {
  const sources = path.join(import.meta.dirname, 'fixtures', 'cases');
  const [onlyCase = '', only = ''] = values.only.split('/');
  for (const permit of readdirSync(sources).sort()) {
    for (const file of paperFiles(path.join(sources, permit))) {
      const id = path.basename(file, '.yaml');
      if (!id.includes(onlyCase)) continue;
      const folder = path.join(values.out, 'cases', permit, id);
      for await (const [name, bytes] of renderCase(browser, path.join(sources, permit, file), { folder, only, asOf }))
        console.log(`${id}/${name} ${Math.round(bytes / 1024)} kB`);
    }
  }
}

/** `020-medical.yaml` holds the papers from number 20 on, so that adding to one file does not renumber the others. */
async function renderFile(browser: Browser, file: string): Promise<void> {
  const parsed = paperFileSchema.safeParse(parse(readFileSync(path.join(values.papers, file), 'utf8')));
  if (!parsed.success)
    throw new Error(
      `${file}: ${parsed.error.issues
        .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
        .slice(0, 8)
        .join('; ')}`,
    );
  let number = Number.parseInt(file, 10);
  for (const entry of parsed.data.flatMap(spreadVariants)) {
    await renderOne(browser, entry, number);
    number += 1;
  }
}

async function renderOne(browser: Browser, entry: Entry, number: number): Promise<void> {
  const papers: readonly Paper[] = 'bundle' in entry ? entry.bundle : [entry];
  const [first] = papers;
  if (first === undefined) return;
  const capture = 'bundle' in entry ? 'bundle' : entry.capture;
  const label = 'bundle' in entry ? 'several' : first.type;
  const id = `${String(number).padStart(3, '0')}-${label}-${first.lang}-${capture}`;
  if (!id.includes(values.only)) return;
  const folder = path.join(values.out, 'documents', id);
  if (values.missing && entry.name === undefined && existsSync(path.join(folder, 'truth.json'))) return;
  const rendered = await renderEntry(browser, papers, { capture, seed: `${id} 1`, asOf });
  if (entry.name !== undefined) {
    const target = path.join(values.out, 'demo', entry.name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, rendered.bytes);
    if ('copyOf' in entry && entry.copyOf !== undefined)
      writeFileSync(path.join(values.out, 'demo', entry.copyOf), rendered.bytes);
  } else {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `input.${rendered.extension}`), rendered.bytes);
    writeFileSync(path.join(folder, 'truth.json'), `${JSON.stringify(rendered.truth, null, 2)}\n`);
  }
  console.log(`${id} ${Math.round(rendered.bytes.length / 1024)} kB`);
}

function requireTools(): void {
  if (!existsSync(values.browser))
    stop(`no browser at ${values.browser}: apt-get install chromium, or name one with --browser`);
  const fonts = existsSync(fontFolder) ? readdirSync(fontFolder, { recursive: true }).join(' ') : '';
  const missing = neededFonts.filter((font) => !fonts.includes(font));
  if (missing.length > 0)
    stop(
      `fonts missing (${missing.join(', ')}): apt-get install fonts-noto-core fonts-noto-cjk fonts-liberation fonts-dejavu`,
    );
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
