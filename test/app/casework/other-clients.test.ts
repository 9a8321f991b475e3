import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ExportRequest, exportDossier } from '#app/casework/dossier/export-dossier.ts';
import { judgeKeptCase } from '#app/casework/judge-kept-case.ts';
import { makeReport } from '#app/casework/make-report.ts';
import type { PaperOfOtherCase } from '#app/casework/other-cases.ts';
import { caseOf } from '#app/keeping/case-of.ts';
import { keepFacts } from '#app/keeping/keep-client.ts';
import type { Keeping } from '#app/keeping/open-keeping.ts';
import { processCase } from '#app/keeping/process-case.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { printedPdf, readingOf } from '../../support/dossier-originals.ts';
import { keepPapers } from '../../support/keep-papers.ts';
import { keepingOf } from '../../support/keeping-of.ts';

const pipelineId = 'humanitarian-permit';
const AS_OF = '2026-11-26';
const type = (id: string) => ({ id, confidence: 0.98, alternatives: [], because: [] });

describe('a paper of one client in the case of another', () => {
  let keeping: Keeping;
  let close: () => Promise<void>;
  let folder: string;
  const keep = async (caseName: string, name: string, record: Partial<DocumentRecord>, text: string): Promise<void> => {
    const bytes = await printedPdf([`${caseName} ${name} ${text}`]);
    await keepPapers(keeping, caseName, [
      { name, bytes, mediaType: 'application/pdf', as: record, pages: [readingOf(text)] },
    ]);
  };
  beforeAll(async () => {
    ({ keeping, close } = await keepingOf());
    folder = await mkdtemp(join(tmpdir(), 'liasse-other-'));
    const passport = { type: type('passport'), fields: { givenNames: 'Oksana', surname: 'KOVALTCHOUK' } };
    await keep('kovalchuk 9', 'passeport.pdf', passport, 'Passeport KOVALTCHOUK Oksana');
    await processCase({ subject: (await caseOf(keeping, 'kovalchuk 9')).id }, keeping);
    await keep('dossier 12', 'certificat.pdf', { type: type('medical-certificate') }, 'Je suis Mme Awa SANOGO.');
    await keep(
      'dossier 12',
      'cours.pdf',
      { type: type('language-certificate') },
      'Mme Ковальчук Оксана suit les cours.',
    );
    const facts = { client: 'Awa SANOGO' };
    await keepFacts(keeping, (await caseOf(keeping, 'dossier 12')).id, { facts, pipelineId });
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });
  const judged = (caseName: string) => judgeKeptCase(keeping, caseName, { pipelineId, asOf: AS_OF });

  it('is found whatever the script, by what the other papers alone say of their client', async () => {
    const { judgement, input } = await judged('dossier 12');
    const stray = input.papers.find(({ record }) => record.file === 'cours.pdf');
    const other = await caseOf(keeping, 'kovalchuk 9');
    expect(judgement.findings.filter(({ otherCases }) => otherCases !== undefined)).toMatchObject([
      { rule: 'person-other-client', severity: 'weak', papers: [stray?.key], otherCases: [other.id] },
    ]);
    expect((await judged('kovalchuk 9')).judgement.findings.some(({ otherCases }) => otherCases)).toBe(false);
  });

  it('is kept as hashes and sealed names only', async () => {
    const { rows } = await sql`select client_keys, client_names from cases where name = 'kovalchuk 9'`.execute(
      keeping.db,
    );
    const [row] = z
      .array(z.object({ client_keys: z.array(z.string()), client_names: z.instanceof(Uint8Array) }))
      .parse(rows);
    expect(row?.client_keys.length).toBeGreaterThanOrEqual(2);
    for (const key of row?.client_keys ?? []) expect(key).toMatch(/^[0-9a-f]{16}$/);
    expect(Buffer.from(row?.client_names ?? []).toString('latin1')).not.toMatch(/kovaltchouk|oksana/i);
  });

  it('is told with the name of the other case to who asks, and the report says neither that name nor the client’s', async () => {
    const told: PaperOfOtherCase[] = [];
    const options = { format: 'html', language: 'fr', pipelineId, asOf: AS_OF, passwords: [] } as const;
    const page = await makeReport(keeping, 'dossier 12', {
      ...options,
      onOtherCases: (papers) => void told.push(...papers),
    });
    expect(told).toEqual([{ file: 'cours.pdf', page: 1, cases: ['kovalchuk 9'] }]);
    expect(Buffer.from(page).toString('utf8')).toContain('suivie dans un autre dossier');
    expect(Buffer.from(page).toString('utf8')).not.toMatch(/kovalchuk|ковальчук|kovaltchouk/i);
  });

  it('is left out of the dossier, and put in by an order', async () => {
    const request: ExportRequest = {
      ...{ caseName: 'dossier 12', language: 'fr', pipelineId, asOf: AS_OF, orderFile: undefined, isOnly: false },
      ...{ out: folder, passwords: [], isLight: false, signal: new AbortController().signal, onPages: () => undefined },
    };
    const made = await exportDossier(keeping, request);
    expect(made.leftOut).toMatchObject([{ file: 'cours.pdf', because: expect.stringContaining('autre personne') }]);
    expect(made.otherCases).toEqual([{ file: 'cours.pdf', page: 1, cases: ['kovalchuk 9'] }]);
    const list = await readFile(made.lists.find((path) => path.endsWith('.csv')) ?? '', 'utf8');
    expect(list).toContain('Laissé de côté');
    const orderFile = join(folder, 'order.txt');
    await writeFile(orderFile, 'cours.pdf\n');
    const ordered = await exportDossier(keeping, { ...request, orderFile });
    expect(ordered.annexes.map(({ annex }) => annex.file)).toContain('cours.pdf');
  });
});
