import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { checkPipelines } from '#app/check-pipelines.ts';

/**
 * Words of the published contract that happen to be ids of the pipeline too: a status (`needs-review`), a date role (`other`), what became
 * of a file (`duplicate`).
 * They are allowed in the one file that publishes them and where that status or role is decided.
 */
const CONTRACT_WORDS: Readonly<Record<string, readonly string[]>> = {
  'needs-review': [
    'src/domain/document-record.ts',
    'src/app/record-status.ts',
    'src/app/web/',
    'src/http/contract/',
    'src/cli/',
    'src/web/',
  ],
  // Of whatever a list does not name.
  other: [
    'src/domain/findings.ts',
    'src/stages/find-dates/',
    'src/web/words/',
    'src/http/contract/operator.ts',
    'src/app/web/operator/',
  ],
  duplicate: [
    'src/domain/ledger.ts',
    'src/http/contract/',
    'src/ports/',
    'src/adapters/sql/',
    'src/app/',
    'src/cli/',
    'src/web/',
  ],
};

/** Every string literal of a source file, read from its syntax tree (comments do not count). */
function literalsOf(path: string, source: string): string[] {
  const literals: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.push(node.text);
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) literals.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(
      path,
      source,
      ts.ScriptTarget.Latest,
      false,
      path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );
  return literals;
}

describe('the code', () => {
  it('knows no document type, criterion or flag by name', async () => {
    const { pipelines } = await checkPipelines();
    const ids = new Set(
      pipelines.flatMap((one) => [
        ...Object.keys(one.documentTypes),
        ...one.evidenceTable.criteria.map((criterion) => criterion.id),
        ...Object.keys(one.flags.flags),
      ]),
    );
    // The ids of the brief: a pipeline that failed to load must not make this test pass.
    for (const known of ['police-report', 'pay-slip', 'medical', 'undated']) expect(ids).toContain(known);

    const names = await readdir('src', { recursive: true });
    const offences: string[] = [];
    for (const name of names.filter((one) => /\.tsx?$/.test(one))) {
      const path = join('src', name);
      for (const literal of literalsOf(path, await readFile(path, 'utf8'))) {
        const isContract = CONTRACT_WORDS[literal]?.some((place) => path.startsWith(place)) ?? false;
        if (ids.has(literal) && !isContract) offences.push(`${path}: '${literal}'`);
      }
    }
    expect(offences).toEqual([]);
  });
});
