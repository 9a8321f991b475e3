import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { EngineChoice } from '#app/choose-recognizer.ts';
import { type App, createApp } from '#app/compose.ts';
import { limitsOfEnvironment } from '#app/config.ts';
import { createProfile } from '#app/profile.ts';
import { WARNING } from '#app/reading-warnings.ts';
import { startTelemetryIfAsked } from '#app/start-telemetry.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { asFailure } from '#domain/failure.ts';
import { limitsWith } from '#domain/limits.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { engineOption } from '../engine-option.ts';
import { EXIT } from '../exit-status.ts';
import { limitTable } from '../limit-table.ts';
import { MESSAGES, type OutputLanguage, outputLanguage } from '../messages.ts';
import { parseAsOf, parseCaseName, parseLanguages, parseWorkers } from '../parse-options.ts';
import { profileTable } from '../profile-table.ts';
import { createProgressView } from '../progress.ts';
import { proposedCutLines } from '../proposed-cut-lines.ts';
import { createRecordOutput } from '../record-output.ts';
import { summaryTable } from '../summary-table.ts';
import { today } from '../today.ts';

interface IntakeFlags {
  readonly case?: string;
  readonly asOf?: string;
  readonly json?: string;
  readonly pipeline: string;
  readonly languages?: readonly string[];
  readonly engine: EngineChoice;
  readonly workers: number;
  readonly password?: readonly string[];
  readonly limit?: readonly string[];
  readonly profile?: true;
}

/** `liasse intake PATH…`: read, recognise and judge a client's papers. */
export function addIntakeCommand(program: Command): void {
  program
    .command('intake')
    .description('read files and folders, recognise and judge every paper in them')
    .argument('<path...>', 'files and folders; folders are walked, archives and e-mails opened')
    .option(
      '--case <name>',
      'remember what is read under this name; the next run reads only what is new',
      parseCaseName,
    )
    .option('--as-of <date>', 'the day the papers are judged, YYYY-MM-DD (default: today)', parseAsOf)
    .option('--json <file>', 'write one JSON line a document there; - is standard output, in place of the table')
    .option('--pipeline <id>', 'knowledge to judge by', DEFAULT_PIPELINE)
    .option('--languages <a,b>', 'only these languages are expected (default: found by Liasse)', parseLanguages)
    .addOption(engineOption())
    .option('--workers <n>', 'pages read at the same time', parseWorkers, availableParallelism())
    .option('--password <word...>', 'passwords to try on locked PDF files')
    .option('--limit <name=value...>', 'change a limit, such as pages=500 (the table is below)')
    .option('--profile', 'show at the end where the time went')
    .addHelpText(
      'after',
      `
The table goes to standard output, progress to standard error.
Exit status: 0 every file gave a result, also when some need a person; 1 some files could not be read (they are in the output
with their reason, all others are done); 2 wrong use.

Limits (LIASSE_LIMITS=pages=500,fileBytes=1000000 changes them for every run):
${limitTable()}

Examples:
  liasse intake dossier-12
  liasse intake "scan 3.pdf" mail.eml --as-of 2026-01-31 --json -
  liasse intake dossier-12 --case dossier-12 --lang fr`,
    )
    .action(async (paths: string[], flags: IntakeFlags, command: Command) => {
      process.exitCode = await intake(paths, flags, outputLanguage(command.optsWithGlobals()['lang'], process.env));
    });
}

/** What an intake brought, as far as it came. */
interface IntakeOutcome {
  readonly records: readonly DocumentRecord[];
  readonly wasCancelled: boolean;
}

async function intake(paths: readonly string[], flags: IntakeFlags, language: OutputLanguage): Promise<number> {
  const profile = flags.profile ? createProfile() : undefined;
  const log = await startTelemetryIfAsked();
  const app = await createApp({
    profile,
    telemetry: log?.telemetry,
    limits: limitsWith([...limitsOfEnvironment(), ...(flags.limit ?? [])]),
    pipelineId: flags.pipeline,
    caseName: flags.case,
    engine: flags.engine,
    workers: flags.workers,
    languages: flags.languages,
    passwords: flags.password ?? [],
  });
  try {
    const outcome = await readAll(app, paths, { flags, language });
    if (flags.json !== '-')
      printSummary(outcome.records, app.labels(language), { language, hasIds: flags.case !== undefined });
    process.stderr.write(
      closingLines(outcome, flags, language)
        .map((line) => `${line}\n`)
        .join(''),
    );
    if (profile !== undefined) {
      const pages = outcome.records.reduce((sum, { ocr }) => sum + (ocr?.pages.length ?? 0), 0);
      process.stderr.write(profileTable(profile.lines(), { pages, elapsedMs: process.uptime() * 1000 }, language));
    }
    if (outcome.wasCancelled) return EXIT.interrupted;
    return outcome.records.some((record) => record.error !== null) ? EXIT.someFailed : EXIT.good;
  } finally {
    await app.close();
    log?.close();
  }
}

async function readAll(
  app: App,
  paths: readonly string[],
  { flags, language }: { readonly flags: IntakeFlags; readonly language: OutputLanguage },
): Promise<IntakeOutcome> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const output = await createRecordOutput(flags.json);
  const progress = await createProgressView(process.stderr, language);
  const records: DocumentRecord[] = [];
  try {
    const options = { paths, language, asOf: flags.asOf ?? today(), signal: stop.signal, onProgress: progress.update };
    for await (const { record } of app.intake(options)) {
      records.push(record);
      await output.write(record);
    }
    return { records, wasCancelled: false };
  } catch (error) {
    if (asFailure(error).code === 'cancelled') return { records, wasCancelled: true };
    throw error;
  } finally {
    progress.stop();
    await output.close();
  }
}

/** What the adviser should know at the end, on stderr. */
function closingLines(
  { records, wasCancelled }: IntakeOutcome,
  flags: IntakeFlags,
  language: OutputLanguage,
): string[] {
  const text = MESSAGES[language];
  const lines: string[] = [];
  if (wasCancelled) lines.push(text.cancelled);
  else if (records.length === 0) lines.push(text.nothingFound);
  else if (flags.case !== undefined) lines.push(text.caseKept(flags.case));
  if (flags.json !== undefined && flags.json !== '-') lines.push(text.jsonWritten(flags.json));
  lines.push(
    ...missingModelLines(records, language),
    ...proposedCutLines(records, { language, isKept: flags.case !== undefined }),
  );
  return lines;
}

/** Which models would have made this run's readings more exact, and how many papers may be in a language without one; nothing when none. */
function missingModelLines(records: readonly DocumentRecord[], language: OutputLanguage): string[] {
  const text = MESSAGES[language].models;
  const warned = (code: string): DocumentRecord[] =>
    records.filter((record) => record.warnings.some((warning) => warning.code === code));
  const lessExact = warned(WARNING.lessExact);
  const missing = lessExact.flatMap((record) => record.ocr?.pages.flatMap((page) => page.missingModel ?? []) ?? []);
  const unread = warned(WARNING.noneFits).length;
  return [
    ...(lessExact.length === 0 ? [] : [text.missingInRun(lessExact.length, [...new Set(missing)].sort().join(', '))]),
    ...(unread === 0 ? [] : [text.hardlyRead(unread)]),
  ];
}

function printSummary(
  records: readonly DocumentRecord[],
  labels: Parameters<typeof summaryTable>[1],
  { language, hasIds }: { readonly language: OutputLanguage; readonly hasIds: boolean },
): void {
  if (records.length === 0) return;
  const count = (status: DocumentRecord['status']): number =>
    records.filter((record) => record.status === status).length;
  const table = summaryTable(records, labels, {
    language,
    width: process.stdout.columns ?? 160,
    hasIds,
  });
  process.stdout.write(
    `${table}\n${MESSAGES[language].summary(count('done'), count('needs-review'), count('failed'))}\n`,
  );
}
