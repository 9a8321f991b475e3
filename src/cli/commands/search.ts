import { type Command, InvalidArgumentError } from 'commander';
import { type FoundText, searchPapers } from '#app/keeping/search-papers.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { type Labels, pipelineLabels } from '#app/pipeline-labels.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { KEEPING_MESSAGES } from '../keeping-messages.ts';
import { languageOf } from '../language-of.ts';
import { parseCaseName } from '../parse-options.ts';
import { printable } from '../printable.ts';
import { ID_LETTERS } from '../summary-table.ts';

interface SearchFlags {
  readonly case?: string;
  readonly limit: number;
  readonly json?: true;
}

/** `liasse search WORDS`: the papers in which these words stand. */
export function addSearchCommand(program: Command): void {
  program
    .command('search')
    .description('find papers by the words in them, in one case or in all')
    .argument('<words...>', 'words that all stand in the paper; “in quotation marks”: one after the other')
    .option('--case <name>', 'in this case only', parseCaseName)
    .option('--limit <n>', 'papers shown', parseLimit, 20)
    .option('--json', 'print one JSON line a paper')
    .addHelpText(
      'after',
      `
Accents and capitals make no difference. In French papers other forms of a word are found too (hébergement: hébergements, héberger).
The database holds no readable word: it is searched by keyed hashes.

Examples:
  liasse search récépissé préfecture
  liasse search '"titre de séjour"' --case dossier-12`,
    )
    .action(async (words: string[], flags: SearchFlags, command: Command) => {
      const language = languageOf(command);
      const labels = (await pipelineLabels(DEFAULT_PIPELINE)).of(language);
      const found = await withKeeping((keeping) =>
        searchPapers(keeping, words.join(' '), { caseName: flags.case, limit: flags.limit }),
      );
      process.stdout.write(found.map((one) => (flags.json ? jsonLine(one) : lines(one, labels))).join(''));
      const text = KEEPING_MESSAGES[language];
      process.stderr.write(`${found.length === 0 ? text.notFound : text.found(found.length)}\n`);
    });
}

function jsonLine({ caseName, record, lines: shown }: FoundText): string {
  const { id, file, pages, type } = record;
  return `${JSON.stringify({ case: caseName, id, file, pages, type: type?.id ?? null, lines: shown })}\n`;
}

function lines({ caseName, record, lines: shown }: FoundText, labels: Labels): string {
  const type = labels.typeLabel(record.type?.id ?? '');
  const head = [
    record.id.slice(0, ID_LETTERS),
    caseName,
    printable(record.file),
    type,
    record.issueDate?.iso ?? '–',
  ].join('  ');
  return [head, ...shown.map(({ page, text }) => `    p. ${page}: ${printable(text)}`), ''].join('\n');
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw new InvalidArgumentError('a whole number above 0 is expected.');
  return limit;
}
