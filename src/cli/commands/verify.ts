import type { Command } from 'commander';
import { caseOf } from '#app/keeping/case-of.ts';
import { verifyOriginals } from '#app/keeping/verify-originals.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { EXIT } from '../exit-status.ts';
import { KEEPING_MESSAGES } from '../keeping-messages.ts';
import { languageOf } from '../language-of.ts';
import { parseCaseName } from '../parse-options.ts';
import { printable } from '../printable.ts';

/** How often progress is told where there is no terminal. */
const EVERY = 500;

/** `liasse verify`: whether every original is still what came in. */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('read every original that is kept and compare it with its hash')
    .option('--case <name>', 'of this case only', parseCaseName)
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', '\nExit status: 0 all originals are whole; 1 some are missing or damaged (they are listed).')
    .action(async (flags: { readonly case?: string; readonly json?: true }, command: Command) => {
      const text = KEEPING_MESSAGES[languageOf(command)];
      const { whole, bad } = await withKeeping(async (keeping) =>
        verifyOriginals(keeping, (await caseOf(keeping, flags.case))?.id, (checked) => {
          if (process.stderr.isTTY) process.stderr.write(`\r${text.verifying}: ${checked}`);
          else if (checked % EVERY === 0) process.stderr.write(`${text.verifying}: ${checked}\n`);
        }),
      );
      if (process.stderr.isTTY) process.stderr.write('\n');
      const count = (state: string): number => bad.filter((one) => one.state === state).length;
      if (flags.json) {
        const list = bad.map(({ caseName, file, state }) => ({
          case: caseName,
          file: file.name,
          sha256: file.sha256,
          state,
        }));
        process.stdout.write(`${JSON.stringify({ whole, bad: list }, null, 2)}\n`);
      } else {
        for (const { caseName, file, state } of bad)
          process.stdout.write(`${caseName}: ${printable(file.name)}: ${text.originalStates[state]}\n`);
        process.stdout.write(`${text.verified(whole)}\n`);
      }
      if (bad.length > 0) process.stderr.write(`${text.damaged(count('missing'), count('damaged'))}\n`);
      process.exitCode = bad.length === 0 ? EXIT.good : EXIT.someFailed;
    });
}
