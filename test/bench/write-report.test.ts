import { describe, expect, it } from 'vitest';
import type { LaidFile } from '../../scripts/bench/lay-files.ts';
import { LOTS } from '../../scripts/bench/lots.ts';
import type { LotResult } from '../../scripts/bench/results.ts';
import { writeReport } from '../../scripts/bench/write-report.ts';
import { fileTruthSchema } from '../../src/app/evaluation/truth.schema.ts';
import { comparison } from '../support/a-comparison.ts';

const truth = fileTruthSchema.parse({
  file: 'input.pdf',
  asOf: '2026-11-23',
  capture: 'fax',
  documents: [
    {
      pages: { from: 1, to: 1 },
      type: 'pay-slip',
      languages: ['sw'],
      issueDate: null,
      letterhead: false,
      issuer: null,
      signature: false,
      stamp: false,
      flags: [],
      text: 'x',
    },
  ],
});
const files: LaidFile[] = Array.from({ length: 8 }, (_, index) => ({
  id: `000${index}`,
  path: '/private/place/input.pdf',
  pages: 1,
  truth,
}));
const compared = (language: string) =>
  comparison({
    ...{ id: '0001', capture: 'fax', language, truthType: 'pay-slip', foundType: 'pay-slip' },
    ...{ confidence: 0.97, characterErrorRate: 0.01 },
  });
const setting = {
  day: '2026-11-26',
  command: 'npm run bench',
  seed: '2',
  machine: '2 cores',
  versions: ['Liasse 0'],
  minutes: 3,
};
const result = (cpuSeconds: number | null, othersShare: number): LotResult => ({
  lot: LOTS[0] ?? { id: 'unseen', title: '', share: 1, says: '' },
  files,
  evaluation: {
    report: { cuts: { files: 0, boundaries: 0, precision: null, recall: null, f1: null } },
    comparisons: [...Array.from({ length: 7 }, () => compared('fr')), compared('sw')],
  },
  use: { seconds: 16, cpuSeconds, peakMegabytes: null, othersShare },
});

describe('the report of the benchmark', () => {
  it('tells what an unseen share is worth, and a page’s processor time', () => {
    const report = writeReport(setting, [result(12, 0)], undefined);
    expect(report).toContain('| type right | 100.0 % (68–100) |');
    expect(report).toContain('| processor seconds a page | 1.50 |');
    expect(report).toContain('must-show.md');
  });

  it('has no row that a single paper could be told from', () => {
    const report = writeReport(setting, [result(12, 0)], undefined);
    expect(report).toContain('| others: sw | 1 |');
    expect(report).not.toContain('| sw |');
  });

  it('says so when the machine had other work, and when something was not measured', () => {
    expect(writeReport(setting, [result(null, 0.4)], undefined)).toContain('up to 40 % of its cores');
    expect(writeReport(setting, [result(null, 0.02)], undefined)).toContain('no other work');
    expect(writeReport(setting, [result(null, 0)], undefined)).toContain('| processor seconds a page | – |');
    expect(writeReport(setting, [result(null, 0)], undefined)).toContain('apt-get install ocrmypdf');
  });

  it('sets Liasse beside the yardstick: how many languages it was told, what it refused, what it left wrong', () => {
    const score = {
      id: '0001',
      language: 'fr',
      truthType: 'pay-slip',
      failed: true,
      typeRight: false,
      confidence: 0,
      issueDateRight: false,
      characterErrorRate: 1,
    };
    const use = { seconds: 8, cpuSeconds: 24, peakMegabytes: 90, othersShare: 0 };
    const report = writeReport(setting, [result(12, 0)], {
      ...result(12, 0),
      liasse: [compared('fr')],
      liasseUse: { pages: 8, seconds: 2, cpuSeconds: 1.5, peakMegabytes: 100 },
      runs: [{ telling: 'all', scores: [score], reading: use, judging: use }],
      languages: ['fr', 'ckb'],
      withoutModel: ['ckb'],
    });
    expect(report).toContain('all 2 languages of these files');
    expect(report).toContain('no model for ckb');
    expect(report).toContain('| not read at all | 0 | 1 |');
    expect(report).toContain('| letters wrong, median, Latin script | 1.0 % | 100.0 % |');
    expect(report).toContain('| processor seconds a page | 1.50 | 3.00 |');
  });

  it('tells nothing of where the files lay', () => {
    expect(writeReport(setting, [result(12, 0)], undefined)).not.toContain('/private/place');
  });
});
