import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { EngineChoice } from '#app/choose-recognizer.ts';
import { createMeasuringApp } from '#app/compose.ts';
import { limitsOfEnvironment } from '#app/config.ts';
import { evaluate } from '#app/evaluation/evaluate.ts';
import { limitsWith } from '#domain/limits.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { engineOption } from '../engine-option.ts';
import { evaluationText } from '../evaluation-text.ts';
import { EXIT } from '../exit-status.ts';
import { outputLanguage } from '../messages.ts';
import { parseCaseName, parseWorkers } from '../parse-options.ts';
import { createProgressView } from '../progress.ts';

interface EvalFlags {
  readonly case?: string;
  readonly json?: string;
  readonly pipeline: string;
  readonly engine: EngineChoice;
  readonly workers: number;
  readonly show?: true;
}

/** `liasse eval DIR`: how often Liasse is right on labelled papers. */
export function addEvalCommand(program: Command): void {
  program
    .command('eval')
    .description('run over labelled documents (folders with a truth.json) and print how often Liasse is right')
    .argument('<folder>', 'folder that holds labelled documents, at any depth')
    .option('--case <name>', 'remember what is read under this name, so that the next run only measures', parseCaseName)
    .option('--json <file>', 'write all figures there; - is standard output')
    .option('--pipeline <id>', 'knowledge to judge by', DEFAULT_PIPELINE)
    .addOption(engineOption())
    .option('--workers <n>', 'pages read at the same time', parseWorkers, availableParallelism())
    .option('--show', 'also list every document that came out wrong, and where')
    .addHelpText(
      'after',
      `
Prints: type right, wrong and confident, sent to review, language, issue date, letterhead, issuer, signature, stamp, flags (F1), fields, cuts,
character error rate (median); by capture, type and language; the confusion matrix; calibration by decile; the risk–coverage curve.
See fixtures/README.md for the form of truth.json.`,
    )
    .action(async (folder: string, flags: EvalFlags, command: Command) => {
      const language = outputLanguage(command.optsWithGlobals()['lang'], process.env);
      const app = await createMeasuringApp({
        pipelineId: flags.pipeline,
        memoName: flags.case,
        engine: flags.engine,
        workers: flags.workers,
        passwords: [],
        limits: limitsWith(limitsOfEnvironment()),
      });
      const progress = await createProgressView(process.stderr, language);
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort());
      try {
        const { report, comparisons } = await evaluate(app, folder, {
          signal: stop.signal,
          onProgress: progress.update,
        });
        progress.stop();
        const json = `${JSON.stringify({ report, comparisons }, null, 2)}\n`;
        if (flags.json === '-') process.stdout.write(json);
        else process.stdout.write(evaluationText(report, flags.show ? comparisons : []));
        if (flags.json !== undefined && flags.json !== '-') await writeFile(flags.json, json);
        if (comparisons.length === 0) process.exitCode = EXIT.wrongUse;
      } finally {
        progress.stop();
        await app.close();
      }
    });
}
