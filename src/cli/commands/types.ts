import type { Command } from 'commander';
import { loadPipeline } from '#app/load-pipeline.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { outputLanguage } from '../messages.ts';

/** `liasse types`: the kinds of paper a pipeline knows. */
export function addTypesCommand(program: Command): void {
  program
    .command('types')
    .description('list the kinds of paper, by id and name')
    .option('--pipeline <id>', 'pipeline to list', DEFAULT_PIPELINE)
    .option('--json', 'as JSON')
    .action(async (options: { pipeline: string; json?: true }, command: Command) => {
      const language = outputLanguage(command.optsWithGlobals()['lang'], process.env);
      const pipeline = await loadPipeline(options.pipeline);
      const types = Object.values(pipeline.documentTypes);
      if (options.json) {
        process.stdout.write(
          `${JSON.stringify(
            types.map(({ id, label }) => ({ id, label })),
            null,
            2,
          )}\n`,
        );
        return;
      }
      const width = Math.max(...types.map(({ id }) => id.length));
      for (const { id, label } of types) process.stdout.write(`${id.padEnd(width)}  ${label[language]}\n`);
    });
}
