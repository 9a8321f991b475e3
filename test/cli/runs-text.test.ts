import { describe, expect, it } from 'vitest';
import type { ListedChange, Run, RunCounts } from '#app/reprocessing/look-at-runs.ts';
import { progressLine } from '../../src/cli/run-progress.ts';
import { RUNS_MESSAGES } from '../../src/cli/runs-messages.ts';
import { changeWords, diffText, runsTable } from '../../src/cli/runs-text.ts';

const run: Run = {
  ...{ id: '3f2a8c1d-0000-4000-8000-000000000000', state: 'proposed', pipeline: 'p', pipelineVersion: '1.2+abc' },
  ...{ judgedBy: 'j', readBy: 'r', caseId: null, type: 'pay-slip', before: null, asOf: null, isJudgingOnly: false },
  ...{ planned: 5000, done: 5000, failed: 3, startedAt: new Date('2026-11-26T10:00:00Z'), endedAt: null },
};
const counts: RunCounts = {
  byChange: { same: 3700, details: 62, changed: 1235 },
  ...{ type: 2, issueDate: 0, language: 0, score: 1230, status: 0, added: 0, gone: 0, inForce: 0, left: 4 },
  ...{ gained: { undated: 1200 }, lost: { unsigned: 35 } },
  types: [{ before: 'pay-slip', after: null, documents: 2 }],
};
const listed = {
  status: 'done',
  type: 'pay-slip',
  language: 'fr',
  issueDate: '2026-01-02',
  score: 80,
  flags: ['unsigned'],
};
const change: ListedChange = {
  document: '77e091bc4d2a00000000',
  caseName: 'dossier 12',
  before: { ...listed, pageFrom: 1, pageTo: 2 },
  after: { ...listed, issueDate: null, score: 40, flags: ['undated'], pageFrom: 1, pageTo: 2 },
};
const labels = { type: (id: string) => `«${id}»`, flag: (code: string) => code.toUpperCase() };

describe('what a run changes, in words', () => {
  it('says the counts first, then the documents, and how many are not listed', () => {
    const text = diffText({ run, counts, changes: [change] }, labels, 'en');
    expect(text.split('\n').slice(0, 5)).toEqual([
      'Documents that say something else: 1,235 of 5,000.',
      'The same: 3,700. Other details only (confidences, places, fields): 62. Could not be judged, left as they are: 3.',
      '  type: 2 («pay-slip» → none 2)',
      '  flags: + UNDATED 1,200, − UNSIGNED 35',
      '  score: 1,230',
    ]);
    expect(text).toContain('77e091bc');
    expect(text).toContain('dossier 12');
    expect(text).toContain('… and 1,234 more: liasse runs show 3f2a8c1d --all');
    expect(text).toContain('they were read anew meanwhile: 4.');
  });

  it('says the same in French, with its thousands', () => {
    const text = diffText({ run, counts, changes: [change] }, labels, 'fr').replace(/[\u00a0\u202f]/g, ' ');
    expect(text).toContain('Documents qui disent autre chose : 1 235 sur 5 000.');
    expect(text).toContain('  nature : 2 («pay-slip» → aucun 2)');
    expect(text).toContain('… et 1 234 de plus : liasse runs show 3f2a8c1d --all');
    expect(text).toContain('une lecture les ayant refaits entre-temps : 4.');
  });

  it('says of a document what was and what is', () => {
    expect(changeWords(change, labels, RUNS_MESSAGES.en)).toEqual([
      'issue date: 2026-01-02 → none',
      'score: 80 → 40',
      'flags: + UNDATED, − UNSIGNED',
    ]);
    expect(changeWords({ ...change, before: null }, labels, RUNS_MESSAGES.fr)).toEqual(['devient un document à part']);
    expect(changeWords({ ...change, after: null }, labels, RUNS_MESSAGES.en)).toEqual(['no paper of its own any more']);
    const cut = {
      ...change,
      before: { ...listed, pageFrom: 1, pageTo: 3 },
      after: { ...listed, pageFrom: 1, pageTo: 1 },
    };
    expect(changeWords(cut, labels, RUNS_MESSAGES.en)).toEqual(['pages: 1–3 → 1–1']);
  });

  it('lists runs with where they are and what they reach', () => {
    const table = runsTable([{ run, caseName: 'dossier 12' }], 'en');
    for (const word of ['3f2a8c1d', 'to be decided on', '5,000/5,000', '--case dossier 12 --type pay-slip', '1.2+abc'])
      expect(table).toContain(word);
  });
});

describe('the progress of a run', () => {
  const progress = { run: { ...run, done: 2500 }, computed: 2000, elapsedMs: 4000, waitingFor: null };
  it('tells the rate and the time left', () => {
    expect(progressLine(progress, 'en')).toBe('Judging again 2,500/5,000 documents, 500 documents/s, 0:05 left');
    expect(progressLine({ ...progress, computed: 1 }, 'en')).toContain('2:46:40 left');
    expect(progressLine({ ...progress, computed: 0 }, 'en')).toContain('? left');
  });
  it('says for what it waits', () => {
    expect(progressLine({ ...progress, waitingFor: 'live-work' }, 'fr')).toContain(
      'le travail d’un conseiller passe devant',
    );
    expect(progressLine({ ...progress, waitingFor: 'queue' }, 'en')).toContain('liasse queue resume');
  });
});
