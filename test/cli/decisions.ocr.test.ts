import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentRecordSchema } from '#domain/document-record.ts';
import { putEmptyDatabase } from '../support/empty-database.ts';
import { runLiasse } from '../support/run-liasse.ts';

let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-decide-'));
  env = { LIASSE_HOME: join(folder, 'home') };
  await putEmptyDatabase(join(folder, 'home'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const LETTER = `Association Les Rives
4 quai du Port, 13002 Marseille

ATTESTATION D'HÉBERGEMENT

Je soussignée, directrice du centre, atteste que Madame K. est hébergée dans notre centre depuis le 3 mars 2024.

Fait à Marseille, le 9 avril 2026
`;
/** Many lines, so that the text fills three pages. */
const LONG = Array.from(
  { length: 130 },
  (_, at) => `Ligne ${at} du récit que la personne fait de sa situation en France.`,
).join('\n');

const intake = async (file: string) => {
  const args = [
    'intake',
    join(folder, file),
    '--as-of',
    '2026-11-23',
    '--json',
    '-',
    '--case',
    'test',
    '--engine',
    'js',
  ];
  const { stdout } = await runLiasse(args, { env });
  return recordsOf(stdout);
};
const recordsOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => documentRecordSchema.parse(JSON.parse(line)));

describe('what a person decides', () => {
  it('holds at once and in every later run, and can be taken back', async () => {
    await writeFile(join(folder, 'letter.txt'), LETTER);
    const [found] = await intake('letter.txt');
    if (found === undefined) throw new Error('one paper expected');
    expect(found.decided).toEqual([]);
    const id = found.id.slice(0, 8);
    const said = [
      '--type',
      'social-worker-report',
      '--issue-date',
      '2026-04-10',
      '--issuer',
      'none',
      '--language',
      'en',
    ];
    const corrected = await runLiasse(['correct', id, ...said, '--json'], { env });
    expect(corrected.status).toBe(0);
    const [now] = recordsOf(corrected.stdout);
    expect(now).toMatchObject({
      id: found.id,
      type: { id: 'social-worker-report', confidence: 1 },
      issueDate: { iso: '2026-04-10', confidence: 1 },
      letterhead: { present: false, issuer: null },
      decided: ['type', 'issueDate', 'issuer', 'language'],
    });
    expect(now?.languages[0]?.code).toBe('en');
    expect(await intake('letter.txt')).toEqual([now]);

    await runLiasse(['correct', id, '--withdraw', 'type', 'issueDate', 'issuer', 'language'], { env });
    expect(await intake('letter.txt')).toEqual([found]);
  });

  it('lets a flag not count, with the reason, in every later run, until it is taken back', async () => {
    const [found] = await intake('letter.txt');
    const [flag, ...others] = (found?.flags ?? []).map(({ code }) => code);
    if (found === undefined || flag === undefined) throw new Error('a paper with a flag expected');
    const reason = 'Le cachet est au dos, vu sur l’original';
    const dismissed = await runLiasse(['dismiss', found.id.slice(0, 8), flag, '--reason', reason, '--json'], { env });
    expect(dismissed.status).toBe(0);
    const [now] = recordsOf(dismissed.stdout);
    expect(now?.flags.map(({ code }) => code)).toEqual(others);
    expect(now?.dismissed).toEqual([expect.objectContaining({ code: flag, reason })]);
    expect(now?.score ?? 0).toBeGreaterThanOrEqual(found.score ?? 0);
    expect(await intake('letter.txt')).toEqual([now]);
    const back = await runLiasse(['--lang', 'fr', 'dismiss', found.id, flag, '--undo'], { env });
    expect(back.stdout).toContain('compte de nouveau');
    expect(await intake('letter.txt')).toEqual([found]);
  });

  it('teaches in --help, with examples', async () => {
    const { status, stdout } = await runLiasse(['dismiss', '--help'], { env });
    expect(status).toBe(0);
    for (const word of ['--reason', '--undo', 'Examples:', 'liasse dismiss 3f2a9c']) expect(stdout).toContain(word);
  });

  it('says in words what was not understood, and changes nothing', async () => {
    const [found] = await intake('letter.txt');
    const id = found?.id ?? '';
    for (const [args, words] of [
      [['correct', id], 'Say what is right'],
      [['correct', id, '--type', 'payslip'], 'pay-slip'],
      [['correct', id, '--issue-date', '2026-02-30'], 'a date such as'],
      [['correct', 'ffffffffff', '--type', 'pay-slip'], 'paper-unknown'],
      [['dismiss', id, 'no-stamp'], 'Say why it does not count'],
      [['dismiss', id, 'nonsense', '--reason', 'r'], 'no flag “nonsense”'],
      [['dismiss', id, 'nonsense', '--undo'], 'was not dismissed'],
      [['dismiss', id, 'nonsense', '--undo', '--reason', 'r'], '--undo takes no --reason'],
      [['join', id], 'nothing-before'],
      [['cut', id, '2'], 'page-not-inside'],
      [['learn', '--undo'], 'nothing-learned'],
    ] as const) {
      const { status, stderr } = await runLiasse(args, { env });
      expect(status, args.join(' ')).toBe(2);
      expect(stderr).toContain(words);
    }
    expect(await intake('letter.txt')).toEqual([found]);
  });

  it('cuts and joins papers of a file, and each undoes the other', async () => {
    await writeFile(join(folder, 'long.txt'), LONG);
    const before = await intake('long.txt');
    expect(before.map(({ pages }) => pages)).toEqual([{ from: 1, to: 3, of: 3 }]);
    const cut = recordsOf((await runLiasse(['cut', before[0]?.id ?? '', '2', '--json'], { env })).stdout);
    expect(cut.map(({ pages }) => pages)).toEqual([
      { from: 1, to: 1, of: 3 },
      { from: 2, to: 3, of: 3 },
    ]);
    expect(await intake('long.txt')).toEqual(cut);
    const joined = recordsOf((await runLiasse(['join', cut[1]?.id ?? '', '--json'], { env })).stdout);
    expect(joined).toEqual(before);
    expect(await intake('long.txt')).toEqual(before);
  });
});

describe('liasse learn', () => {
  it('tells how many corrected papers it takes, and learns from what was corrected when there are enough', async () => {
    const few = await runLiasse(['learn'], { env });
    expect(few.status).toBe(0);
    expect(few.stderr).toContain('it takes 10');

    // A form that only this organisation meets.
    await mkdir(join(folder, 'forms'));
    for (let at = 0; at < 12; at += 1)
      await writeFile(
        join(folder, 'forms', `${at}.txt`),
        `Zelnik porvan ${at}\nKarvel ostrim belnok tarvis\nUlvan merisk ${at} dorvel\nPorvan zelnik tarvis ulvan\n`,
      );
    const forms = await intake('forms');
    expect(forms.map(({ type }) => type?.id)).not.toContain('ngo-statement');
    await runLiasse(['correct', ...forms.map(({ id }) => id), '--type', 'ngo-statement'], { env });
    await writeFile(
      join(folder, 'new-form.txt'),
      'Zelnik porvan 99\nTarvis belnok ostrim karvel\nMerisk 99 ulvan dorvel\n',
    );
    expect((await intake('new-form.txt'))[0]?.type?.id).not.toBe('ngo-statement');

    const learned = await runLiasse(['learn', '--json'], { env });
    expect(JSON.parse(learned.stdout)).toMatchObject({ outcome: 'learned', papers: 12, refusals: [] });
    expect((await intake('new-form.txt'))[0]?.type?.id).toBe('ngo-statement');
    await runLiasse(['learn', '--undo'], { env });
    expect((await intake('new-form.txt'))[0]?.type?.id).not.toBe('ngo-statement');
  });
});
