import { cpuUsage } from 'node:process';
import { readCasework } from '../src/adapters/definition-folder/read-casework.ts';
import { readTrainingPapers } from '../src/adapters/definition-folder/read-training-papers.ts';
import { loadPipeline } from '../src/app/load-pipeline.ts';
import { type CaseRules, judgeCase } from '../src/casework/judge-case.ts';
import type { CaseInput, CasePaper } from '../src/domain/case-paper.ts';
import { paperOf } from '../test/casework/relations/paper-of.ts';

/**
 * What judging a case of 200 papers as a whole costs on this machine: `node scripts/bench-case.ts [papers] [matrix|whole]`. The papers: French and foreign ones of the training set,
 * two or three of them run together so that each is as long as a page, with names, dates, near copies and translations. Prints the first judgement of the
 * process, and the middle one of later ones (nothing is kept of the papers from before).
 */
const FOLDER = 'pipelines/humanitarian-permit';
const RUNS = 15;
const LANGUAGES = ['fr', 'fr', 'fr', 'fr', 'fr', 'ar', 'ru', 'en', 'pt', 'ti'];
const PEOPLE = ['Awa SANOGO', 'SANOGO Awa', 'Sanogo A.', 'Moussa SANOGO', 'Cheikh DIOP', 'Anne LEMAIRE'];

/** Papers of a case, as long as papers are. */
function papersOf(
  texts: ReadonlyMap<string, readonly { readonly type: string; readonly text: string }[]>,
  count: number,
): CasePaper[] {
  return Array.from({ length: count }, (_none, at) => {
    const language = LANGUAGES[at % LANGUAGES.length] ?? 'fr';
    const own = texts.get(language) ?? [];
    const [first, second, third] = [at, at + 7, at + 19].map((index) => own[(index * 13) % Math.max(1, own.length)]);
    const month = String(1 + (at % 12)).padStart(2, '0');
    const person = PEOPLE[at % PEOPLE.length] ?? '';
    const text = [
      `${person}, né le 12/03/1990`,
      first?.text,
      second?.text,
      third?.text,
      `Fait à Lille, le 15/${month}/2025`,
    ].join('\n');
    const paper = paperOf({
      key: `p${at}`,
      type: first?.type ?? 'other',
      issued: `2025-${month}-15`,
      fields: { person, number: `${1000 + at}` },
      text,
    });
    return {
      ...paper,
      position: at + 1,
      record: { ...paper.record, languages: [{ code: language, script: 'Latn', confidence: 1, share: 1 }] },
    };
  });
}

/** CPU and elapsed milliseconds of something; compilers and the collector work beside it, so CPU may be more than what passes. */
function measured(work: () => void): { readonly cpu: number; readonly elapsed: number } {
  const [start, at] = [cpuUsage(), performance.now()];
  work();
  const { user, system } = cpuUsage(start);
  return { cpu: (user + system) / 1_000, elapsed: performance.now() - at };
}

const middle = (figures: readonly number[]): number => figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0;

const count = Number(process.argv[2] ?? 200);
const [pipeline, { casework }, training] = await Promise.all([
  loadPipeline('humanitarian-permit'),
  readCasework(FOLDER),
  readTrainingPapers(FOLDER),
]);
const rules: CaseRules = { pipeline, casework };
const papers = papersOf(
  Map.groupBy(training.papers, ({ language }) => language),
  count,
);
/** The whole judgement, and as much of it as the matrix needs: whose papers, copies, translations, cells. */
const { matrix, people, copies, translations, papers: names, presence } = casework;
const parts: Readonly<Record<string, CaseRules>> = {
  matrix: {
    pipeline,
    casework: { matrix, people, copies, translations, papers: names, presence: presence && { ...presence, rules: [] } },
  },
  whole: rules,
};
console.log(
  `${count} papers, ${papers.reduce((sum, { text }) => sum + text.length, 0)} letters; milliseconds: CPU, elapsed`,
);
const [part = 'whole'] = process.argv.slice(3);
const by = parts[part];
if (by === undefined) throw new Error(`one of: ${Object.keys(parts).join(', ')}`);
const judge = (): void => {
  // Papers are new objects each time: what is kept by paper is not there.
  const input: CaseInput = {
    ...{ papers: papers.map((paper) => ({ ...paper })), facts: { client: 'Awa SANOGO' }, asOf: '2026-11-26' },
  };
  judgeCase('bench', input, by);
};
const first = measured(judge);
const later = Array.from({ length: RUNS }, () => measured(judge));
const [cpu, elapsed] = [later.map((one) => one.cpu), later.map((one) => one.elapsed)];
console.log(`${part}, first in this process: ${first.cpu.toFixed(0)}, ${first.elapsed.toFixed(0)}`);
console.log(
  `${part}, later: ${middle(cpu).toFixed(0)}, ${middle(elapsed).toFixed(0)} (elapsed ${Math.min(...elapsed).toFixed(0)} to ${Math.max(...elapsed).toFixed(0)})`,
);
