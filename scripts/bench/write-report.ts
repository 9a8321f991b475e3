import { calibrationTable, groupTable, headlineTable, scriptTable } from './judgement-tables.ts';
import type { LotResult, RunSetting, YardstickResult } from './results.ts';
import { yardstickTable } from './yardstick-table.ts';
import { YARDSTICK_PACKAGES } from './yardstick-tools.ts';

/** Above it, times on the clock say more about others' work than about ours. */
const QUIET = 0.1;

/** Captures that are measured together in what was promised. */
const HARD: ReadonlyMap<string, string> = new Map(
  ['photo', 'fax', 'turned', 'low-resolution'].map((capture) => [capture, 'photo, fax, turned, low resolution']),
);

/** The whole of docs/benchmark.md. */
export function writeReport(
  setting: RunSetting,
  lots: readonly LotResult[],
  yardstick: YardstickResult | undefined,
): string {
  const all = lots.flatMap(({ evaluation }) => evaluation.comparisons);
  const unseen = lots.filter(({ lot }) => lot.id === 'unseen').flatMap(({ evaluation }) => evaluation.comparisons);
  const parts = [
    `# Benchmark

Written by \`${setting.command}\` (\`scripts/bench.ts\`); do not edit it by hand. What was promised, its figure, and how it was measured: [must-show.md](must-show.md).

${runLines(setting, lots, yardstick)}`,
    `## How often Liasse is right

Told nothing: no language, no kind of paper, no way of capture. In brackets, where the true share lies with 95 % confidence.

${headlineTable(lots)}

${lots.map(({ lot }) => `- **${lot.title}**: ${lot.says}`).join('\n')}

“Wrong and nobody asked to look” is the share that can do harm; “letters wrong” is the share of letters to be changed, white space folded.`,
    yardstickPart(yardstick),
    `## By way of capture

Unseen papers:

${groupTable(unseen, 'capture', ({ capture }) => HARD.get(capture) ?? capture)}

${groupTable(unseen, 'capture', ({ capture }) => capture)}

All lots together:

${groupTable(all, 'capture', ({ capture }) => capture)}`,
    `## By script, type and language

All lots together, and nothing with fewer than six documents by itself: no single unseen paper can be told from the tables.

${scriptTable(all)}

${groupTable(all, 'type', ({ truthType }) => truthType)}

${groupTable(all, 'language', ({ language }) => language)}`,
    `## Is the confidence worth its name

${calibrationTable([
  { title: 'unseen', documents: unseen },
  { title: 'all lots', documents: all },
])}`,
    limitsPart(),
  ];
  return `${parts.join('\n\n')}\n`;
}

function runLines(setting: RunSetting, lots: readonly LotResult[], yardstick: YardstickResult | undefined): string {
  const uses = [...lots.map(({ use }) => use), ...(yardstick?.runs ?? []).flatMap(({ reading }) => [reading])];
  const others = uses.flatMap(({ othersShare }) => (othersShare === null ? [] : [othersShare]));
  const most = Math.max(0, ...others);
  const load =
    most > QUIET
      ? `**The machine had other work**, up to ${Math.round(most * 100)} % of its cores: seconds on the clock mean little here; compare processor seconds.`
      : 'The machine had no other work to speak of.';
  return [
    `- ${setting.day}, seed \`${setting.seed}\`, ${setting.minutes} minutes`,
    `- ${setting.machine}`,
    `- ${setting.versions.join(' · ')}`,
    `- ${load}`,
  ].join('\n');
}

function yardstickPart(yardstick: YardstickResult | undefined): string {
  const title = '## Against what people use today';
  if (yardstick === undefined) return `${title}\n\nNot measured in this run. It needs: \`${YARDSTICK_PACKAGES}\`.`;
  const { withoutModel, languages } = yardstick;
  const gaps =
    withoutModel.length === 0 ? '' : ` Tesseract has no model for ${withoutModel.join(', ')}; the others read it.`;
  return `${title}

Files of one document each, of the lot “${yardstick.lot.title}”, the same for all. **OCRmyPDF** (\`--skip-text --rotate-pages --deskew\`, photos with \`--image-dpi 200\`, as many files at once as there are cores) reads, once with all ${languages.length} languages of these files listed, as somebody must who does not
know what comes, and once told the right language of every file, which nobody can do for a pile of papers. Then **scikit-learn** (words and pairs of words, TF-IDF, logistic regression, trained on the very texts that Liasse's model learned from)
says the type, and **dateparser** the first whole date in the text of the last twenty years. Issuer, signature, stamp, flags, cuts and language have no counterpart there.${gaps}

${yardstickTable(yardstick)}

A file that is refused counts as wrong. Memory is that of all processes together; what they share counts once.

Liasse's seconds hold everything (reading, marks, codes, type, dates, issuer, fields, flags) and are of that whole lot; the others' are of reading alone.`;
}

function limitsPart(): string {
  return `## What this can show, and what it cannot

All papers are invented and printed by a browser. They can show whether Liasse holds up over languages, scripts, types, layouts and ways of capture, whether a change made it better or worse, and how it compares on the same pages with other tools: anybody can
run it again, on any machine, from the same seed. They cannot show how often Liasse is right on your clients' papers. Real scans are worse in ways that nobody simulates: creases, staples, thin carbon copies, handwriting across the form, stamps over three lines, forms
of offices that no author here has seen. The authors are few, not native in most of the languages, and share habits; a lot written by others is always a little harder, which the distance between the columns shows. The simulated fax, photo and scan come from one program, so
that their faults are alike. A language has a handful of papers and a type a few dozen: single rows of the small tables are no measure. A run that takes only a part of a lot draws it evenly over types, languages and ways of capture: rare languages weigh more than in the whole. What is “right” was set by the papers' authors; for issuers that is a matter of taste in perhaps one in twenty.
Measure on your own papers before you trust it: \`liasse eval\` takes a folder with a \`truth.json\` beside each file (\`fixtures/README.md\`). Nothing of this replaces a person who reads the paper.`;
}
