import type { Command } from 'commander';
import { lookAtQueue, retryDead, setQueuePaused } from '#app/keeping/look-at-queue.ts';
import { findKeeping } from '#app/keeping/open-keeping.ts';
import { withRuns } from '#app/reprocessing/with-runs.ts';
import { MESSAGES, type OutputLanguage, outputLanguage } from '../messages.ts';
import { queueText } from '../queue-text.ts';

/** `liasse queue`, `liasse queue pause|resume`, `liasse retry`. */
export function addQueueCommands(program: Command): void {
  const queue = program
    .command('queue')
    .description('what waits to be read and judged, what is under way, what was put aside and why')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Work for advisers comes before archives, and cases take turns. What fails for a reason that may pass is put off and tried again, five
times; what fails for good is put aside with its reason.

Examples:
  liasse queue            how much there is, and what was put aside
  liasse queue pause      begin nothing more, on any machine; what is under way is finished
  liasse queue resume     go on
  liasse retry 3f2a8c1d   try once more what was put aside`,
    )
    .action(async (options: { json?: true }, command: Command) => {
      process.stdout.write(await shown(options.json === true, languageOf(command)));
    });
  addPauseCommand(queue, 'pause', 'begin nothing more, on any machine, until “resume”');
  addPauseCommand(queue, 'resume', 'go on after a pause');
  addRetryCommand(program);
}

async function shown(isJson: boolean, language: OutputLanguage): Promise<string> {
  const keeping = await findKeeping();
  if (keeping === undefined) return isJson ? 'null\n' : `${MESSAGES[language].queue.nothing}\n`;
  try {
    const view = await lookAtQueue(keeping);
    return isJson ? `${JSON.stringify(view, null, 2)}\n` : queueText(view, language);
  } finally {
    await keeping.close();
  }
}

function addPauseCommand(queue: Command, name: 'pause' | 'resume', description: string): void {
  queue
    .command(name)
    .description(description)
    .action(async (_options: unknown, command: Command) => {
      const text = MESSAGES[languageOf(command)].queue;
      const told = await withRuns((at) => setQueuePaused(at, name === 'pause'));
      process.stdout.write(`${name === 'pause' ? text.paused : text.resumed}\n`);
      if (told === 'redis-away') process.stderr.write(`${text.redisAway}\n`);
    });
}

function addRetryCommand(program: Command): void {
  program
    .command('retry')
    .description('try once more what was put aside')
    .argument('[id...]', 'as “liasse queue” shows them, or as many letters as tell them apart; all without any')
    .addHelpText(
      'after',
      `
Mend the cause first: “liasse queue” says what it is. Then the work waits again and a worker takes it, as if it had never failed.

Examples:
  liasse retry                     all that was put aside
  liasse retry 3f2a8c1d 77b01e2a   only these`,
    )
    .action(async (ids: string[], _options: unknown, command: Command) => {
      const count = await withRuns((at) => retryDead(at, ids));
      process.stdout.write(`${MESSAGES[languageOf(command)].queue.retried(count)}\n`);
    });
}

function languageOf(command: Command): OutputLanguage {
  return outputLanguage(command.optsWithGlobals()['lang'], process.env);
}
