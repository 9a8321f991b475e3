import Table from 'cli-table3';
import type { Command } from 'commander';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { type LearningResult, learn, unlearn } from '#app/learn.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { EXIT } from '../exit-status.ts';
import { explainFailure } from '../explain-failure.ts';
import { MESSAGES, type OutputLanguage, outputLanguage } from '../messages.ts';

interface LearnFlags {
  readonly pipeline: string;
  readonly dryRun?: true;
  readonly undo?: true;
  readonly json?: true;
}

/** `liasse learn`: what corrections taught, if it is worth having. */
export function addLearnCommand(program: Command): void {
  program
    .command('learn')
    .description('learn from all corrected papers, if that makes Liasse better')
    .option('--dry-run', 'measure only, change nothing')
    .option('--undo', 'take the last learning back')
    .option('--pipeline <id>', 'knowledge to add to', DEFAULT_PIPELINE)
    .option('--json', 'print the figures as JSON')
    .addHelpText(
      'after',
      `
Every paper whose type you corrected or confirmed (“liasse correct”) is an example. Each is held back once and decided by what was learned from the others; what
is learned is taken only when more of these come out right, and nothing else comes out worse: neither a choice of the papers that Liasse knew, nor those
that are no evidence. Takes a few seconds; nothing leaves this machine.

Exit status: 0 learned, or nothing to learn yet; 1 not taken, with the reason; 2 wrong use.`,
    )
    .action(async (flags: LearnFlags, command: Command) => {
      process.exitCode = await run(flags, outputLanguage(command.optsWithGlobals()['lang'], process.env));
    });
}

async function run(flags: LearnFlags, language: OutputLanguage): Promise<number> {
  const text = MESSAGES[language].decisions;
  try {
    if (flags.undo) {
      await withKeeping((keeping) => unlearn(keeping, flags.pipeline));
      process.stderr.write(`${text.unlearned}\n`);
      return EXIT.good;
    }
    const result = await withKeeping((keeping) =>
      learn(keeping, flags.pipeline, { isTrial: flags.dryRun === true, now: new Date() }),
    );
    process.stdout.write(flags.json ? `${JSON.stringify(result, null, 2)}\n` : tableOf(result, language));
    process.stderr.write(
      closingLines(result, flags, language)
        .map((line) => `${line}\n`)
        .join(''),
    );
    return result.outcome === 'refused' ? EXIT.someFailed : EXIT.good;
  } catch (error) {
    process.stderr.write(`liasse: ${explainFailure(error, language)}\n`);
    return EXIT.wrongUse;
  }
}

function tableOf({ gain }: LearningResult, language: OutputLanguage): string {
  if (gain === null) return '';
  const { measured, sets } = MESSAGES[language].decisions;
  const table = new Table({
    head: [measured.set, measured.papers, measured.right, measured.sure, measured.review],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const [name, { before, after }] of [
    [sets.corrected, gain.corrected],
    [sets.known, gain.known],
  ] as const) {
    const both = (what: 'right' | 'wrongAndSure' | 'review'): string => `${before[what]} → ${after[what]}`;
    table.push([name, String(after.papers), both('right'), both('wrongAndSure'), both('review')]);
  }
  return `${table.toString()}\n`;
}

function closingLines(result: LearningResult, flags: LearnFlags, language: OutputLanguage): string[] {
  const text = MESSAGES[language].decisions;
  if (result.outcome === 'too-few') return [text.tooFew(result.papers, result.fewestPapers)];
  if (result.outcome === 'refused')
    return [...result.refusals.map((refusal) => `– ${text.refusals[refusal] ?? refusal}`), text.refused];
  return [flags.dryRun ? text.wouldLearn : text.learned(result.papers, result.seconds.toFixed(1))];
}
