import { type Command, InvalidArgumentError, Option } from 'commander';
import { exportDossier, exportList } from '#app/casework/dossier/export-dossier.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { EXIT } from '../exit-status.ts';
import { explainFailure } from '../explain-failure.ts';
import { exportLines, listLines } from '../export-text.ts';
import { languageOf } from '../language-of.ts';
import { pageProgress } from '../page-progress.ts';
import { parseAsOf, parseCaseName } from '../parse-options.ts';
import { stopSignals } from '../stop-signals.ts';
import { today } from '../today.ts';

interface ExportFlags {
  readonly case: string;
  readonly out: string;
  readonly order?: string;
  readonly only?: true;
  readonly list?: string;
  readonly maxMb?: number;
  readonly maxPages?: number;
  readonly light?: true;
  readonly asOf?: string;
  readonly pipeline: string;
  readonly password?: readonly string[];
}

const HELP = `
Writes one PDF on A4 with a cover, a list of annexes, bookmarks, "Annexe n" and page numbers in the margins; originals are taken over as they came, upright,
and scans can be searched. Beside it, the list as .xlsx and .csv, for you only: it shows what is weak and what was left out, of which the PDF says nothing.
Translations stand behind their originals ("3 bis"). Left out, and said with the reason: copies, papers that seem to be another person's, papers of no known kind that do
not look like a deed or an official letter. What can't be opened is listed as to be joined separately.

Without --order, papers that the personal statement cites by number come first, under its numbers; the others by criterion, the one best carried first, then by date.
To change that, or to put in what was left out (give it a number):
  liasse export --case dossier-12 --list annexes.csv     write the present order, then edit it (move lines, change titles; a line without a
                                                         number is left out)
  liasse export --case dossier-12 --order annexes.csv    … and use it
An order may also be a .txt file (an id or a file name a line; a title of your own behind " | ") or .yaml (a list of names, or of {file, title}).

Examples:
  liasse export --case dossier-12 --lang fr
  liasse export --case dossier-12 --out depot/dossier.pdf --max-mb 10 --max-pages 100
  liasse export --case dossier-12 --max-mb 5 --light     photos no finer than it takes to read them: fewer parts

The PDF is not sealed: keep it as carefully as the papers. The same case, order and --as-of give the same PDF, byte for byte.

Exit status: 0 done; 1 done, and something is to be looked at (an order that names no paper, a file over the limit, files not read yet); 2 nothing was written.`;

/** `liasse export --case NAME`: the annexed dossier, ready to be handed in. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description(
      'the annexed dossier of a case as PDF: cover, list, bookmarks, numbered pages; and its list as XLSX and CSV',
    )
    .requiredOption('--case <name>', 'the case', parseCaseName)
    .option('--out <place>', 'a folder, or the name of the PDF (default: <case>-annexes.pdf here)', '.')
    .option('--order <file>', 'your own order of the annexes: .csv, .yaml or .txt')
    .option('--only', 'leave out what the order does not name; otherwise it follows')
    .addOption(
      new Option('--list <file>', 'write only the present order there, to edit (.csv, .xlsx)').conflicts([
        'out',
        'maxMb',
        'maxPages',
      ]),
    )
    .option('--max-mb <n>', 'split into files of at most so many megabytes (millions of bytes)', parseMegabytes)
    .option('--max-pages <n>', 'split into files of at most so many pages', parsePages)
    .option('--light', 'store large photos and scans anew, no finer than it takes to read them')
    .option('--as-of <date>', 'the day of the judgement, YYYY-MM-DD (default: today)', parseAsOf)
    .option('--pipeline <id>', 'knowledge to judge by', DEFAULT_PIPELINE)
    .option('--password <word...>', 'passwords of locked PDF files')
    .addHelpText('after', HELP)
    .action(async (flags: ExportFlags, command: Command) => {
      process.exitCode = await runExport(flags, languageOf(command));
    });
}

async function runExport(flags: ExportFlags, language: 'fr' | 'en'): Promise<number> {
  const { list, order: orderFile, out, maxMb, maxPages } = flags;
  const about = { caseName: flags.case, language, pipelineId: flags.pipeline, asOf: flags.asOf ?? today() };
  const request = { ...about, orderFile, isOnly: flags.only ?? false };
  if (list !== undefined) {
    const listed = await withKeeping((keeping) => exportList(keeping, request, list));
    const { lines, isWhole } = listLines(listed, list, language);
    process.stderr.write(`${lines.join('\n')}\n`);
    return isWhole ? EXIT.good : EXIT.someFailed;
  }
  const signal = stopSignals(() => undefined).stop;
  const progress = pageProgress(process.stderr, language);
  const options = { out, maxMb, maxPages, passwords: flags.password ?? [], isLight: flags.light ?? false };
  try {
    const exported = await withKeeping((keeping) =>
      exportDossier(keeping, { ...request, ...options, signal, onPages: progress.update }),
    );
    progress.stop();
    const { lines, isWhole } = exportLines(exported, language);
    process.stdout.write(`${lines.join('\n')}\n`);
    return isWhole ? EXIT.good : EXIT.someFailed;
  } catch (error) {
    progress.stop();
    if (!signal.aborted) throw error;
    process.stderr.write(`liasse: ${explainFailure(error, language)}\n`);
    return EXIT.interrupted;
  }
}

/** Millions of bytes. */
function parseMegabytes(text: string): number {
  const megabytes = Number(text.replace(',', '.'));
  if (!(megabytes >= 0.2 && megabytes <= 100_000))
    throw new InvalidArgumentError('megabytes from 0.2 on are expected.');
  return megabytes;
}

/** A cover, a list and an annex take three. */
function parsePages(text: string): number {
  const pages = Number(text);
  if (!(Number.isInteger(pages) && pages >= 3)) throw new InvalidArgumentError('a whole number from 3 on is expected.');
  return pages;
}
