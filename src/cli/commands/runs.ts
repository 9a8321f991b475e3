import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { limitsOfEnvironment } from '#app/config.ts';
import { findKeeping, type Keeping } from '#app/keeping/open-keeping.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { loadPipeline } from '#app/load-pipeline.ts';
import { acceptRun, rejectRun, rollBackRun } from '#app/reprocessing/decide-run.ts';
import { findRun } from '#app/reprocessing/find-run.ts';
import { lookAtRun, type Run } from '#app/reprocessing/look-at-runs.ts';
import { openReprocessing } from '#app/reprocessing/open-reprocessing.ts';
import { withRuns } from '#app/reprocessing/with-runs.ts';
import { limitsWith } from '#domain/limits.ts';
import { EXIT } from '../exit-status.ts';
import { languageOf } from '../language-of.ts';
import type { OutputLanguage } from '../messages.ts';
import { computeShown, decided, labelsOf, SHOWN } from '../run-steps.ts';
import { RUNS_MESSAGES } from '../runs-messages.ts';
import { diffText, runsTable } from '../runs-text.ts';
import { ID_LETTERS } from '../summary-table.ts';

interface ShowFlags {
  readonly all?: true;
  readonly json?: true;
}

const DECISIONS = {
  accept: { description: 'put what the run computed in force', decide: acceptRun },
  reject: { description: 'drop what the run computed; nothing of it was ever in force', decide: rejectRun },
  rollback: { description: 'put back in force what was before the run', decide: rollBackRun },
} as const;

/** `liasse runs` and `liasse runs show|accept|reject|rollback|resume ID`. */
export function addRunsCommand(program: Command): void {
  const runs = program
    .command('runs')
    .description('archives that were judged again: what they change, put in force or not')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
“liasse reprocess” begins a run. Nothing of it is in force before it is accepted; a paper that a person corrected meanwhile keeps what
the person said. Whatever is interrupted goes on with the same command.

Examples:
  liasse runs                        all runs, the latest first
  liasse runs show 3f2a8c1d --all    every paper that changes, as it was and as it is
  liasse runs accept 3f2a8c1d        put it in force
  liasse runs rollback 3f2a8c1d      … and take it back, exactly
  liasse runs resume 3f2a8c1d        go on computing`,
    )
    .action(async (flags: ShowFlags, command: Command) => {
      await list(flags, languageOf(command));
    });
  runs
    .command('show')
    .description('what a run changes')
    .argument('<id>', 'as “liasse runs” shows it, or as many letters as tell it apart')
    .option('--all', 'list every document that changes')
    .option('--json', 'as JSON')
    .action(async (id: string, flags: ShowFlags, command: Command) => {
      const isJson = flags.json === true || command.optsWithGlobals()['json'] === true;
      await withKeeping(async (keeping) =>
        show(await findRun(keeping.runs, id), keeping, {
          isAll: flags.all === true,
          isJson,
          language: languageOf(command),
        }),
      );
    });
  for (const what of ['accept', 'reject', 'rollback'] as const) addDecision(runs, what);
  addResume(runs);
}

async function list({ json }: ShowFlags, language: OutputLanguage): Promise<void> {
  const keeping = await findKeeping();
  try {
    const runs = (await keeping?.runs.all()) ?? [];
    if (json) process.stdout.write(`${JSON.stringify(runs, null, 2)}\n`);
    else if (keeping === undefined || runs.length === 0) process.stdout.write(`${RUNS_MESSAGES[language].noRuns}\n`);
    else process.stdout.write(runsTable(await withCaseNames(runs, keeping), language));
  } finally {
    await keeping?.close();
  }
}

function withCaseNames(runs: readonly Run[], { cases }: Keeping) {
  return Promise.all(
    runs.map(async (run) => ({
      run,
      caseName: run.caseId === null ? null : ((await cases.byId(run.caseId))?.name ?? run.caseId.slice(0, ID_LETTERS)),
    })),
  );
}

async function show(
  run: Run,
  keeping: Keeping,
  { isAll, isJson, language }: { readonly isAll: boolean; readonly isJson: boolean; readonly language: OutputLanguage },
): Promise<void> {
  const view = await lookAtRun(keeping, run, isAll ? run.planned : SHOWN);
  if (isJson) {
    process.stdout.write(`${JSON.stringify(view, null, 2)}\n`);
    return;
  }
  const labels = labelsOf(await loadPipeline(run.pipeline), language);
  process.stdout.write(runsTable(await withCaseNames([run], keeping), language));
  process.stdout.write(diffText(view, labels, language));
}

function addDecision(runs: Command, what: keyof typeof DECISIONS): void {
  const { description, decide } = DECISIONS[what];
  runs
    .command(what)
    .description(description)
    .argument('<id>', 'as “liasse runs” shows it, or as many letters as tell it apart')
    .action(async (id: string, _flags: unknown, command: Command) => {
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
      const done = await withRuns(async ({ keeping, telemetry }) =>
        decide(keeping, await findRun(keeping.runs, id), { signal: stop.signal, telemetry }),
      );
      process.stdout.write(`${decided(what, done, languageOf(command))}\n`);
    });
}

function addResume(runs: Command): void {
  runs
    .command('resume')
    .description('go on computing a run that was interrupted')
    .argument('<id>', 'as “liasse runs” shows it, or as many letters as tell it apart')
    .action(async (id: string, _flags: unknown, command: Command) => {
      process.exitCode = await resume(id, languageOf(command));
    });
}

async function resume(id: string, language: OutputLanguage): Promise<number> {
  const text = RUNS_MESSAGES[language];
  const { pipeline: pipelineId } = await withKeeping((keeping) => findRun(keeping.runs, id));
  const limits = limitsWith(limitsOfEnvironment());
  const reprocessing = await openReprocessing({ pipelineId, workers: availableParallelism(), passwords: [], limits });
  if (reprocessing === undefined) return EXIT.good;
  try {
    const { keeping, pipeline } = reprocessing;
    const run = await computeShown(reprocessing, await findRun(keeping.runs, id), language);
    if (run === undefined) return EXIT.interrupted;
    const short = run.id.slice(0, ID_LETTERS);
    process.stdout.write(diffText(await lookAtRun(keeping, run, SHOWN), labelsOf(pipeline, language), language));
    process.stderr.write(`${run.state === 'computing' ? text.putAside(short) : text.proposed(short)}\n`);
    return run.state === 'computing' ? EXIT.someFailed : EXIT.good;
  } finally {
    await reprocessing.close();
  }
}
