import type { Command } from 'commander';
import { checkPipelines } from '#app/check-pipelines.ts';
import { EXIT } from '../exit-status.ts';
import { MESSAGES, outputLanguage } from '../messages.ts';

/** `liasse pipelines check`: every problem of every pipeline file, with file, line, column and what was expected. */
export function addPipelinesCommand(program: Command): void {
  program
    .command('pipelines')
    .description('look after the pipelines folder')
    .command('check')
    .description('read every pipeline and say what is wrong with it: file:line:column, path, what was expected')
    .argument('[folder]', 'folder that holds pipelines (default: the one that comes with Liasse)')
    .action(async (folder: string | undefined, _options: unknown, command: Command) => {
      const text = MESSAGES[outputLanguage(command.optsWithGlobals()['lang'], process.env)];
      const { pipelines, problems } = await checkPipelines(folder);
      for (const problem of problems) process.stdout.write(`${problem}\n`);
      for (const one of pipelines) {
        process.stdout.write(`${text.pipelineGood(one.id, Object.keys(one.documentTypes).length, one.cues.length)}\n`);
      }
      if (problems.length > 0 || pipelines.length === 0) {
        process.stdout.write(`${text.pipelineBad(problems.length)}\n`);
        process.exitCode = EXIT.wrongUse;
      }
    });
}
