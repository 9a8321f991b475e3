import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DefinitionReader } from '#adapters/definition-folder/read-definitions.ts';
import { fileTruthSchema } from '#app/evaluation/truth.schema.ts';
import { codesSchema } from '#definitions/codes.schema.ts';
import { documentTypeSchema } from '#definitions/document-type.schema.ts';
import { evidenceTableSchema } from '#definitions/evidence-table.schema.ts';
import { commonFieldsSchema, fieldLabelsSchema } from '#definitions/field-extractor.schema.ts';
import { flagsSchema } from '#definitions/flags.schema.ts';
import { gatherFacts } from '#stages/assess-evidence/gather-facts.ts';
import { raiseFlags } from '#stages/assess-evidence/raise-flags.ts';
import { scoreEvidence } from '#stages/assess-evidence/score-evidence.ts';
import { extract } from '#stages/extract-fields/extract.ts';
import { NO_LETTERHEAD } from '#stages/find-letterhead/read-letterhead.ts';
import { traitsOf } from '#stages/find-traits/traits-of.ts';
import { outlineOf } from '#stages/outline-pages/outline-of.ts';
import { pagesFromText } from '../../support/pages-from-text.ts';

const reader = new DefinitionReader(['pipelines/humanitarian-permit']);
const types = await reader.folder('document-types', documentTypeSchema);
const table = await reader.file('evidence-table.yaml', evidenceTableSchema);
const flags = await reader.file('flags.yaml', flagsSchema);
const common = await reader.file('fields.yaml', commonFieldsSchema);
const codeTables = await reader.file('codes.yaml', codesSchema);
const labels = [...(await reader.folder('labels', fieldLabelsSchema)).values()];

describe('the definitions of papers', () => {
  it('load without a problem, each type under its own name', () => {
    expect(reader.problems).toEqual([]);
    expect(types.size).toBe(27);
    for (const [name, type] of types) expect(type.id).toBe(name);
  });
  it('name only types and flags that exist', () => {
    for (const criterion of table?.criteria ?? [])
      for (const id of Object.keys(criterion.evidence)) expect(types.has(id), id).toBe(true);
    for (const type of types.values())
      for (const rule of type.rules) expect(flags?.flags[rule.flag], rule.flag).toBeDefined();
  });
});

describe('labelled papers, with type, dates and letterhead as a person sees them', () => {
  it('get the flags a person gives them', async () => {
    if (flags === undefined || table === undefined || common === undefined || codeTables === undefined)
      throw new Error('definitions did not load');
    const counts = { right: 0, extra: 0, missed: 0, fields: 0, fieldsRight: 0 };
    const wrong: string[] = [];
    for (const name of await readdir('fixtures/documents')) {
      const text = await readFile(join('fixtures/documents', name, 'truth.json'), 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      const truth = fileTruthSchema.parse(JSON.parse(text));
      for (const one of truth.documents) {
        const type = types.get(one.type);
        if (type === undefined || one.text === null || one.text === '') continue;
        const box: [number, number, number, number] = [0, 0, 1, 0.1];
        const marks = [...(one.signature ? ['signature' as const] : []), ...(one.stamp ? ['stamp' as const] : [])].map(
          (kind) => ({ kind, box, confidence: 0.9, text: null }),
        );
        const pages = pagesFromText(one.text, { marks });
        const place = { text: '', page: 1, box, confidence: 0.9 };
        const issueDate = one.issueDate === null ? null : { ...place, iso: one.issueDate };
        const expiry = one.fields['expiry'];
        const dates =
          typeof expiry === 'string'
            ? [
                {
                  ...place,
                  iso: expiry,
                  precision: 'day' as const,
                  role: 'expiry' as const,
                  calendar: 'gregory' as const,
                },
              ]
            : [];
        const inputs = {
          'document-pages': { pages },
          'outline-pages': outlineOf(pages),
          'find-traits': traitsOf({ pages }, flags),
          'proposed-cuts': { pages: [] },
          'run-facts': { asOf: truth.asOf, duplicateOf: null },
          'detect-language': {
            languages: one.languages.map((code) => ({
              code,
              script: 'Latn',
              share: 1 / one.languages.length,
              confidence: 0.9,
            })),
          },
          classify: { id: one.type, confidence: 0.95, alternatives: [], because: [] },
          'find-dates': { dates, issueDate, issueCandidates: [] },
          'find-letterhead': {
            ...NO_LETTERHEAD,
            present: one.letterhead,
            issuer: one.issuer,
            confidence: 0.9,
          },
        };
        const fields = extract(
          inputs,
          { ...type.fields, ...common.fields, ...type.fields },
          { labels, codes: codeTables, titles: common.titles },
        );
        const facts = gatherFacts({ ...inputs, 'extract-fields': { fields } }, type, flags, 0.5);
        const raised = raiseFlags([...type.rules, ...flags.rules], flags, facts, type.label).flags;
        const score = scoreEvidence(one.type, raised, table, flags).score;
        if (score !== null) expect(score).toBeLessThanOrEqual(100);
        for (const flag of raised) expect(flag.message.fr).not.toContain('{');
        const codes = raised.map((flag) => flag.code).filter((code) => code !== flags.reviewFlag);
        const extra = codes.filter((code) => !one.flags.includes(code));
        const missed = one.flags.filter((code) => !codes.includes(code));
        counts.right += codes.length - extra.length;
        counts.extra += extra.length;
        counts.missed += missed.length;
        if (extra.length + missed.length > 0) wrong.push(`${name}: +${extra.join()} -${missed.join()}`);
        for (const [key, value] of Object.entries(one.fields)) {
          counts.fields += 1;
          if (fields[key]?.value === value) counts.fieldsRight += 1;
          else wrong.push(`${name}: ${key} ${String(fields[key]?.value)} for ${String(value)}`);
        }
      }
    }
    const f1 = (2 * counts.right) / (2 * counts.right + counts.extra + counts.missed);
    expect(counts.right).toBeGreaterThan(40);
    expect(f1, wrong.join('\n')).toBeGreaterThan(0.95);
    expect(counts.fieldsRight / counts.fields, wrong.join('\n')).toBeGreaterThan(0.85);
    if (process.env['SHOW'] !== undefined)
      process.stdout.write(`${f1} ${JSON.stringify(counts)}\n${wrong.join('\n')}\n`);
  });
});
