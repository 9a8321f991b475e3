import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { EngineChoice } from '#app/choose-recognizer.ts';
import { limitsOfEnvironment } from '#app/config.ts';
import type { WorkReport } from '#app/keeping/perform-work.ts';
import { runWorker } from '#app/keeping/run-worker.ts';
import { limitsWith } from '#domain/limits.ts';
import type { HttpAddress } from '#http/listen-at.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { engineOption } from '../engine-option.ts';
import { EXIT } from '../exit-status.ts';
import { explainFailure } from '../explain-failure.ts';
import { httpOption, serveAt } from '../http-option.ts';
import { MESSAGES, type OutputLanguage, outputLanguage } from '../messages.ts';
import { parseWorkers } from '../parse-options.ts';
import { seldom } from '../seldom.ts';
import { stopSignals } from '../stop-signals.ts';
import { ID_LETTERS } from '../summary-table.ts';

interface WorkerFlags {
  readonly concurrency: number;
  readonly workers: number;
  readonly drain?: true;
  readonly pipeline: string;
  readonly engine: EngineChoice;
  readonly password?: readonly string[];
  readonly http?: HttpAddress;
}

/** `liasse worker`: work through what was received. */
export function addWorkerCommand(program: Command): void {
  const processors = availableParallelism();
  program
    .command('worker')
    .description('read and judge what was received, until told to stop')
    .option('--concurrency <n>', 'files and cases under way at the same time', parseWorkers, processors + 1)
    .option('--workers <n>', 'pages read at the same time', parseWorkers, processors)
    .option('--drain', 'end when nothing is left to do')
    .option('--pipeline <id>', 'knowledge to judge by', DEFAULT_PIPELINE)
    .addOption(engineOption())
    .addOption(httpOption())
    .option('--password <word...>', 'passwords to try on locked PDF files')
    .addHelpText(
      'after',
      `
On one machine nothing else is needed. Several machines share the work when all of them are given the same:
  DATABASE_URL   postgres://… (or DATABASE_URL_FILE, a file that holds it)
  LIASSE_BLOBS   s3://bucket/prefix, or a folder that all of them mount
  REDIS_URL      redis://… (or REDIS_URL_FILE); without it, workers take turns at the database

SIGTERM or Ctrl-C: what is under way is finished, nothing more is begun. A second one ends at once; what was under way is taken up
again by the next worker, as it is after a power cut.
Exit status: 0 told to stop, or all done; 1 some work was put aside (“liasse queue” shows why); 2 wrong use; 130 ended at once.

Examples:
  liasse worker                       work until told to stop
  liasse worker --drain               work through what is there and end
  liasse worker --concurrency 8
  liasse worker --http 127.0.0.1:9464 2>> worker.log   and curl http://127.0.0.1:9464/health

The log, one JSON line an event, without names or anything of the papers, goes to standard error when that is no terminal; LIASSE_LOG=file
writes it there (LIASSE_LOG=- to standard error in any case), LIASSE_LOG_LEVEL says how much: trace, debug, info, warn, error, silent.`,
    )
    .action(async (flags: WorkerFlags, command: Command) => {
      process.exitCode = await work(flags, outputLanguage(command.optsWithGlobals()['lang'], process.env));
    });
}

async function work(flags: WorkerFlags, language: OutputLanguage): Promise<number> {
  const text = MESSAGES[language].queue;
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const sayTrouble = seldom(say);
  const { stop, abort } = stopSignals(() => say(text.finishing));
  const counts = { done: 0, dead: 0 };
  await runWorker({
    pipelineId: flags.pipeline,
    concurrency: flags.concurrency,
    workers: flags.workers,
    engine: flags.engine,
    passwords: flags.password ?? [],
    limits: limitsWith(limitsOfEnvironment()),
    isDraining: flags.drain === true,
    serve: serveAt(flags.http),
    ...{ stop, abort },
    onReady: ({ isPaused }) => {
      say(text.working(flags.concurrency));
      if (isPaused) say(text.isPaused);
    },
    onSettled: ({ item, outcome, failure }: WorkReport) => {
      if (outcome.end === 'done') counts.done += 1;
      if (outcome.end !== 'dead') return;
      counts.dead += 1;
      say(text.putAside(item.id.slice(0, ID_LETTERS), explainFailure(failure, language)));
    },
    onTrouble: (failure) => sayTrouble(failure.code, text.trouble(explainFailure(failure, language))),
  });
  say(text.worked(counts.done, counts.dead));
  if (abort.aborted) return EXIT.interrupted;
  return counts.dead > 0 ? EXIT.someFailed : EXIT.good;
}
