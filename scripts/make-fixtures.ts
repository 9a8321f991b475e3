import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { listFixtures } from './fixtures/list-fixtures.ts';
import type { Entry, Paper } from './fixtures/paper.schema.ts';
import { launchPrinter, missingPrintingTools } from './fixtures/printing-tools.ts';
import { paperFiles, readPapers } from './fixtures/read-papers.ts';
import { renderCase } from './fixtures/render-case.ts';
import { renderEntry } from './fixtures/render-entry.ts';
import { scriptOptions } from './script-options.ts';

// Renders the synthetic papers. Only the fixtures' authors need a browser: the rendered files are committed.
const { values } = scriptOptions({
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

if (values.list) listFixtures(values.out);
else await main();

async function main(): Promise<void> {
  const missing = missingPrintingTools(values.browser);
  if (missing !== undefined) {
    console.error(missing);
    process.exit(2);
  }
  const browser = await launchPrinter(values.browser);
  try {
    if (values.cases) await renderCases(browser);
    else
      for (const file of paperFiles(values.papers))
        for (const { entry, number } of readPapers(values.papers, file)) await renderOne(browser, entry, number);
  } finally {
    await browser.close();
  }
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
