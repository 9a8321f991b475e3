import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCasework } from '#adapters/definition-folder/read-casework.ts';
import { checkPipelines } from '#app/check-pipelines.ts';
import { judgeCase } from '#casework/judge-case.ts';
import { aPaper } from '../support/a-case.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-permits-'));
  await cp('pipelines', folder, { recursive: true, filter: (path) => !path.endsWith('training') });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function addPermit(name: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(join(folder, name));
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, name, file), text);
}
const CARD = 'id: student-permit\nversion: 0.1.0\nbasedOn: humanitarian-permit\nlabel: { fr: Étudiant, en: Student }\n';
const TABLE = `article: CESEDA, art. L.422-1
source: { fr: CESEDA, en: CESEDA }
criteria:
  - id: studies
    label: { fr: Études, en: Studies }
    examines: { fr: Inscription, en: Enrolment }
    evidence: { school-certificate: 0.9 }
`;

describe('another permit is data', () => {
  it('two files and no code, and cases are judged by it', async () => {
    await addPermit('student-permit', { 'pipeline.yaml': CARD, 'evidence-table.yaml': TABLE });
    const { pipelines, problems } = await checkPipelines(folder);
    expect(problems).toEqual([]);
    const pipeline = pipelines.find(({ id }) => id === 'student-permit');
    if (pipeline === undefined) throw new Error('the permit was not read');
    const { casework } = await readCasework(join(folder, 'student-permit'));
    const papers = [aPaper('a', 'school-certificate'), aPaper('b', 'pay-slip')];
    const judged = judgeCase('a case', { papers, facts: {}, asOf: '2026-11-26' }, { pipeline, casework });
    expect(judged.criteria).toMatchObject([{ id: 'studies', coverage: 'met', strength: 90 }]);
    expect(judged.pipeline.id).toBe('student-permit');
  });

  it('what it says itself goes before what it is based on, and has its own version', async () => {
    await addPermit('student-permit', { 'pipeline.yaml': CARD, 'evidence-table.yaml': TABLE });
    const { pipelines } = await checkPipelines(folder);
    const versions = new Set(pipelines.map(({ version }) => version));
    expect(versions.size).toBe(pipelines.length);
    expect(pipelines.map(({ evidenceTable }) => evidenceTable.article)).toContain('CESEDA, art. L.422-1');
  });

  it('based on nothing that is there, it is told which files are missing', async () => {
    await addPermit('lost-permit', { 'pipeline.yaml': CARD.replace('humanitarian-permit', 'nowhere') });
    const { problems } = await checkPipelines(folder);
    expect(problems.join('\n')).toContain('lost-permit/flags.yaml');
  });

  it('two permits based on each other are told so too, and nobody waits for ever', async () => {
    await addPermit('one', {
      'pipeline.yaml': CARD.replace('student-permit', 'one').replace('humanitarian-permit', 'other'),
    });
    await addPermit('other', {
      'pipeline.yaml': CARD.replace('student-permit', 'other').replace('humanitarian-permit', 'one'),
    });
    expect((await checkPipelines(folder)).problems.join('\n')).toContain('one/flags.yaml');
  });
});
