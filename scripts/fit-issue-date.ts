// Fits the weights of pipelines/<id>/issue-date.yaml on labelled papers and prints the file; measures by leaving out a lot (a folder) at a time,
// for the papers of one lot resemble each other. The papers are read first: liasse intake DIR --case NAME --as-of DAY.
// Run: node scripts/fit-issue-date.ts DIR... --case NAME... [--pull 1]
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readPipeline } from '../src/adapters/definition-folder/read-pipeline.ts';
import { createFolderPaperStore } from '../src/adapters/home-folder/create-folder-paper-store.ts';
import { casesFolder } from '../src/app/config.ts';
import { fileTruthSchema } from '../src/app/evaluation/truth.schema.ts';
import type { DateCues } from '../src/definitions/date-cues.schema.ts';
import { type ChoiceExample, type ChoiceWeights, choiceChances, fitChoice } from '../src/learning/fit-choice.ts';
import type { KeptPaper } from '../src/ports/paper-store.ts';
import { dateCompany } from '../src/stages/find-dates/date-company.ts';
import { roledDates } from '../src/stages/find-dates/find-document-dates.ts';
import { issueSigns } from '../src/stages/find-dates/issue-signs.ts';
import { scriptOptions } from './script-options.ts';

/** What each sign is worth before any paper was seen: papers that print a sign rarely leave it there. */
const EXPECTED = {
  'issue-label': 2,
  'issue-in-text': -1,
  'signing-label': 1.2,
  'discharge-label': -0.5,
  'birth-label': -3.5,
  'law-label': -2,
  'event-label': -2,
  'period-label': -2,
  'expiry-label': -3,
  'entry-label': -3,
  'appointment-label': -3,
  range: -1,
  trace: -1.5,
  'machine-line': -5,
  numbered: 0,
  clock: 0,
  placed: 1.8,
  alone: 0.8,
  'line-end': 0,
  'line-start': 0,
  prose: -0.8,
  running: -1.5,
  worded: 0.8,
  column: 0,
  row: 0,
  head: 0,
  foot: 0,
  edge: -1,
  opening: 0,
  closing: 0,
  'last-page': 0,
  right: 0,
  stamped: 1,
  'near-signature': 0.7,
  first: 0.5,
  last: 0.5,
  only: 0,
  latest: 1,
  older: 0,
  old: -1.5,
  future: -2,
  repeated: 0,
  month: -4,
  year: -4,
  'short-year': -0.3,
};

const { positionals, values } = scriptOptions({
  allowPositionals: true,
  options: {
    case: { type: 'string', multiple: true, default: ['fit'] },
    pipeline: { type: 'string', default: 'humanitarian-permit' },
    pull: { type: 'string', default: '1' },
  },
});
const { pipeline, problems } = await readPipeline(join(import.meta.dirname, '../pipelines', values.pipeline));
if (pipeline === undefined) throw new Error(JSON.stringify(problems));
const store = createFolderPaperStore(casesFolder());

/** A labelled paper: what there is to choose from, and whether the right answer is among it. */
interface Labelled {
  readonly lot: string;
  readonly capture: string;
  readonly isRead: boolean;
  readonly example: ChoiceExample;
}

const papers: Labelled[] = [];
for (const lot of positionals) {
  for (const name of (await readdir(lot, { recursive: true })).filter((one) => one.endsWith('truth.json')).sort()) {
    const path = join(lot, name);
    const truth = fileTruthSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    const bytes = await readFile(join(dirname(path), truth.file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const kept = (await Promise.all(values.case.map((one) => store.ofFile(one, sha256)))).flat();
    for (const { pages, issueDate } of truth.documents) {
      const paper = kept.find((one) => one.pages[0]?.page === pages.from && one.pages.at(-1)?.page === pages.to);
      if (paper !== undefined) papers.push({ lot, capture: truth.capture, ...exampleOf(paper, issueDate, pipeline) });
    }
  }
}

for (const lot of positionals) {
  const fitted = weightsFor(papers.filter((one) => one.lot !== lot));
  const left = papers.filter((one) => one.lot === lot);
  console.error(`${lot}, left out: ${shareRight(left, fitted)}`);
  for (const [capture, some] of [...Map.groupBy(left, (one) => one.capture)].sort())
    console.error(`  ${capture}: ${shareRight(some, fitted)}`);
}
const all = weightsFor(papers);
console.error(`all, fitted on all: ${shareRight(papers, all)}`);
console.log(`base: ${all.base.toFixed(2)}\nweights:`);
for (const [sign, weight] of Object.entries(all.weights)) console.log(`  ${sign}: ${weight.toFixed(2)}`);

/** Papers whose date was not read teach nothing about choosing: that is for the reader to mend. */
function weightsFor(some: readonly Labelled[]): ChoiceWeights {
  const examples = some.filter((one) => one.isRead).map((one) => one.example);
  return fitChoice(examples, EXPECTED, Number(values.pull));
}

function shareRight(some: readonly Labelled[], fitted: ChoiceWeights): string {
  const right = some.filter((one) => one.isRead && chosen(one.example, fitted) === one.example.right).length;
  const read = some.filter((one) => one.isRead).length;
  return `${right} of ${some.length} right (${((100 * right) / some.length).toFixed(1)} %), ${read} read`;
}

function exampleOf(
  paper: KeptPaper,
  truth: string | null,
  { dateCues }: { readonly dateCues: readonly DateCues[] },
): Pick<Labelled, 'example' | 'isRead'> {
  const { dates, lines } = roledDates(paper.pages, paper.asOf, dateCues);
  const company = dateCompany(dates, paper.asOf, lines);
  const days = [...new Set(dates.map(({ date }) => date.reading.iso))];
  const example = {
    options: dates.map((one) => ({ ...issueSigns(one, company) })),
    answers: dates.map(({ date }) => days.indexOf(date.reading.iso)),
    right: truth === null ? -1 : days.indexOf(truth),
  };
  return { example, isRead: truth === null || days.includes(truth) };
}

/** As `find-dates` chooses: the likeliest day, where it is likelier than none. */
function chosen(example: ChoiceExample, fitted: ChoiceWeights): number {
  const chances = [...choiceChances(example, fitted)].sort((one, other) => other[1] - one[1]);
  const none = chances.reduce((rest, [, chance]) => rest - chance, 1);
  const [best] = chances;
  return best !== undefined && best[1] >= none ? best[0] : -1;
}
