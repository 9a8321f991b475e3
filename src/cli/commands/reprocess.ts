import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { EngineChoice } from '#app/choose-recognizer.ts';
import { limitsOfEnvironment } from '#app/config.ts';
import { acceptRun } from '#app/reprocessing/decide-run.ts';
import { lookAtRun, type Run } from '#app/reprocessing/look-at-runs.ts';
import { type BegunRun, openReprocessing, type Reprocessing } from '#app/reprocessing/open-reprocessing.ts';
import { limitsWith } from '#domain/limits.ts';
import { askedYes } from '../asked-yes.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { engineOption } from '../engine-option.ts';
import { EXIT } from '../exit-status.ts';
import { languageOf } from '../language-of.ts';
import type { OutputLanguage } from '../messages.ts';
import { parseAsOf, parseCaseName, parseWorkers } from '../parse-options.ts';
import { computeShown, decided, labelsOf, SHOWN } from '../run-steps.ts';
import { RUNS_MESSAGES } from '../runs-messages.ts';
import { counted, diffText } from '../runs-text.ts';
import { ID_LETTERS } from '../summary-table.ts';

interface ReprocessFlags {
  readonly case?: string;
  readonly type?: string;
  readonly before?: string;
  readonly asOf?: string;
  readonly judgeOnly?: true;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly all?: true;
  readonly json?: true;
  readonly pipeline: string;
  readonly engine: EngineChoice;
  readonly workers: number;
}

/** `liasse reprocess`: what is kept judged again by what Liasse knows now. */
export function addReprocessCommand(program: Command): void {
  program
    .command('reprocess')
    .description('judge again what is kept, by what Liasse knows now; shows what would change before anything does')
    .option('--case <name>', 'only this case', parseCaseName)
    .option('--type <id>', 'only papers that are of this type now; “liasse types” lists the types')
    .option('--before <date>', 'only papers of files received before this day', parseAsOf)
    .option('--as-of <date>', 'judge as of this day (default: as of the day each was judged before)', parseAsOf)
    .option('--judge-only', 'read no page again, also where a better reading is to be had')
    .option('--dry-run', 'show what would change and ask nothing')
    .option('--yes', 'put it in force without asking')
    .option('--all', 'list every document that changes')
    .option('--json', 'print the run and its changes as JSON')
    .option('--pipeline <id>', 'knowledge to judge by', DEFAULT_PIPELINE)
    .addOption(engineOption())
    .option('--workers <n>', 'pages read at the same time, where any are', parseWorkers, availableParallelism())
    .addHelpText(
      'after',
      `
Only what a changed rule, model or part of Liasse reaches is computed; what persons decided stays. Nothing is in force before it is
accepted: on a terminal Liasse asks; otherwise “liasse runs accept” does it, or “reject”. Work for advisers goes first. Interrupted in
whatever way, the same command goes on; running workers (“liasse worker”) help.

Exit status: 0 computed, or nothing to do; 1 some documents were put aside; 2 wrong use; 130 interrupted.

Examples:
  liasse reprocess                             everything; shows the changes, then asks
  liasse reprocess --case dossier-12 --dry-run
  liasse reprocess --type medical-certificate --yes
  liasse reprocess --as-of 2026-11-23          what would a prefecture say of it on that day
  liasse runs                                  all runs; show, accept, reject, roll back`,
    )
    .action(async (flags: ReprocessFlags, command: Command) => {
      process.exitCode = await reprocess(flags, languageOf(command));
    });
}

async function reprocess(flags: ReprocessFlags, language: OutputLanguage): Promise<number> {
  const text = RUNS_MESSAGES[language];
  const reprocessing = await openReprocessing({
    pipelineId: flags.pipeline,
    engine: flags.engine,
    workers: flags.workers,
    passwords: [],
    limits: limitsWith(limitsOfEnvironment()),
  });
  if (reprocessing === undefined) return nothing(flags, text.nothingKept);
  try {
    const begun = await reprocessing.begin({
      caseName: flags.case,
      type: flags.type,
      before: flags.before,
      asOf: flags.asOf,
      isJudgingOnly: flags.judgeOnly === true,
    });
    if (begun === undefined) return nothing(flags, text.nothingToDo);
    process.stderr.write(`${begunLines(begun, language).join('\n')}\n`);
    const run = await computeShown(reprocessing, begun.run, language);
    return run === undefined ? EXIT.interrupted : await decide(run, reprocessing, { flags, language });
  } finally {
    await reprocessing.close();
  }
}

function nothing({ json }: ReprocessFlags, sentence: string): number {
  process.stdout.write(json ? 'null\n' : `${sentence}\n`);
  return EXIT.good;
}

function begunLines({ run, isResumed, toRead }: BegunRun, language: OutputLanguage): string[] {
  const text = RUNS_MESSAGES[language];
  const n = (count: number): string => counted(count, language);
  const id = run.id.slice(0, ID_LETTERS);
  if (run.state === 'proposed') return [text.known(id)];
  if (isResumed) return [text.resumed(id, n(run.done), n(run.planned))];
  return [text.begun(id, n(run.planned)), ...(toRead > 0 ? [text.toRead(n(toRead))] : [])];
}

/** Shows what a computed run changes, and puts it in force if it is told to. */
async function decide(
  run: Run,
  { keeping, pipeline, telemetry }: Reprocessing,
  { flags, language }: { readonly flags: ReprocessFlags; readonly language: OutputLanguage },
): Promise<number> {
  const text = RUNS_MESSAGES[language];
  const limit = flags.all ? run.planned : SHOWN;
  const view = await lookAtRun(keeping, run, limit);
  if (!flags.json) process.stdout.write(diffText(view, labelsOf(pipeline, language), language));
  const isPut =
    run.state === 'proposed' && flags.dryRun !== true && (flags.yes ?? (await askedYes(text.ask, text.yes))) === true;
  const signal = new AbortController().signal;
  const accepted = isPut ? await acceptRun(keeping, run, { signal, telemetry }) : undefined;
  if (flags.json) {
    const now = accepted === undefined ? view : await lookAtRun(keeping, accepted.run, limit);
    process.stdout.write(`${JSON.stringify(now, null, 2)}\n`);
  }
  process.stderr.write(`${closing(run, accepted, language)}\n`);
  return run.state === 'proposed' ? EXIT.good : EXIT.someFailed;
}

function closing(
  run: Run,
  accepted: Awaited<ReturnType<typeof acceptRun>> | undefined,
  language: OutputLanguage,
): string {
  const id = run.id.slice(0, ID_LETTERS);
  if (accepted !== undefined) return decided('accept', accepted, language);
  return run.state === 'proposed' ? RUNS_MESSAGES[language].proposed(id) : RUNS_MESSAGES[language].putAside(id);
}
