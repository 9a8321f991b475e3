import type { Command } from 'commander';
import { limitsOfEnvironment } from '#app/config.ts';
import { createIntakeSource } from '#app/keeping/intake-source.ts';
import { createReception } from '#app/keeping/receive.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { limitsWith } from '#domain/limits.ts';
import { EXIT } from '../exit-status.ts';
import { KEEPING_MESSAGES } from '../keeping-messages.ts';
import { languageOf } from '../language-of.ts';
import { parseAsOf, parseCaseName } from '../parse-options.ts';
import { today } from '../today.ts';

interface ReceiveFlags {
  readonly case: string;
  readonly asOf?: string;
  readonly json?: true;
}

/** `liasse receive PATH… --case NAME`: keep files safely now, read them later. */
export function addReceiveCommand(program: Command): void {
  program
    .command('receive')
    .description('take files into a case without reading them yet: workers do')
    .argument('<path...>', 'files and folders; folders are walked, archives and e-mails opened')
    .requiredOption('--case <name>', 'the case they belong to', parseCaseName)
    .option('--as-of <date>', 'the day the papers are judged, YYYY-MM-DD (default: today)', parseAsOf)
    .option('--json', 'print one JSON line a file, once it can’t be lost any more')
    .addHelpText(
      'after',
      `
A receipt is printed when the original and its entry lie on the disk (or in the store): whatever happens then, the file is not lost.
“liasse worker” reads what waits; “liasse results --case NAME” shows what was found.

Exit status: 0 all were taken in; 1 some were rejected (with the reason).`,
    )
    .action(async (paths: string[], flags: ReceiveFlags, command: Command) => {
      const language = languageOf(command);
      const counts = { kept: 0, duplicates: 0, rejected: 0 };
      const source = createIntakeSource(limitsWith(limitsOfEnvironment()));
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort());
      process.once('SIGTERM', () => stop.abort());
      try {
        await withKeeping(async (keeping) => {
          const into = { caseName: flags.case, via: 'intake', asOf: flags.asOf ?? today() } as const;
          for await (const receipt of createReception(keeping).receive(source.parts(paths, stop.signal), into)) {
            if (receipt.state === 'rejected') counts.rejected += 1;
            else counts.kept += 1;
            if (receipt.state === 'duplicate') counts.duplicates += 1;
            if (flags.json) process.stdout.write(`${JSON.stringify(receipt)}\n`);
          }
        });
      } finally {
        await source.close();
      }
      const { kept, duplicates, rejected } = counts;
      process.stderr.write(`${KEEPING_MESSAGES[language].received(kept, duplicates, rejected)}\n`);
      process.exitCode = rejected === 0 ? EXIT.good : EXIT.someFailed;
    });
}
