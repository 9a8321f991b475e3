import type { Command } from 'commander';
import { caseOf } from '#app/keeping/case-of.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import type { CaseState } from '#domain/case-state.ts';
import { languageOf } from '../language-of.ts';
import { parseCaseName } from '../parse-options.ts';
import { RETENTION_MESSAGES } from '../retention-messages.ts';

const STATES: readonly { readonly verb: string; readonly state: CaseState; readonly about: string }[] = [
  { verb: 'open', state: 'open', about: 'open a case, or open it again' },
  { verb: 'close', state: 'closed', about: 'its work is done: the time it is kept begins' },
  { verb: 'archive', state: 'archived', about: 'kept only because it has to be' },
];

/** `liasse case open|close|archive NAME`: where a case stands. */
export function addCaseCommand(program: Command): void {
  const command = program
    .command('case')
    .description('open, close or archive a case; how long it is kept goes by that')
    .addHelpText(
      'after',
      `
A case is open from its first paper on. Closed and archived cases can be read and searched like open ones; new papers open them again.
How long cases are kept in each state is your organisation's decision: “liasse retention”.

Examples:
  liasse case close dossier-12
  liasse case archive dossier-12 dossier-13
  liasse case open dossier-12
  liasse cases                      all cases and their states`,
    );
  for (const { verb, state, about } of STATES)
    command
      .command(verb)
      .description(about)
      .argument('<name...>', 'names of cases')
      .action(async (names: string[], _flags: unknown, self: Command) => {
        const text = RETENTION_MESSAGES[languageOf(self)];
        await setStates(names.map(parseCaseName), state);
        for (const name of names) process.stderr.write(`${text.stateNow[state](name)}\n`);
      });
}

/** All are looked up before anything is changed: one wrong name, and nothing is. */
async function setStates(names: readonly string[], state: CaseState): Promise<void> {
  await withKeeping(async (keeping) => {
    const { cases, files } = keeping;
    const found = await Promise.all(names.map((name) => (state === 'open' ? cases.open(name) : caseOf(keeping, name))));
    for (const { id } of found) {
      await files.noteReceipts(id);
      await cases.setState(id, state);
    }
  });
}
