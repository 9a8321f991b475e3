import type { Command } from 'commander';
import { caseOf } from '#app/keeping/case-of.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { exportPerson } from '#app/trust/export/export-person.ts';
import { retentionFile } from '#app/trust/retention-rules.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { EXIT } from '../exit-status.ts';
import { EXPORT_MESSAGES } from '../export-messages.ts';
import { languageOf } from '../language-of.ts';
import { parseCaseName } from '../parse-options.ts';
import { printable } from '../printable.ts';
import { today } from '../today.ts';

interface ExportFlags {
  readonly case: string;
  readonly out: string;
  readonly person?: string;
  readonly controller?: string;
  readonly pipeline: string;
  readonly json?: true;
}

/** `liasse export-person`: all that is held on one person. */
export function addExportPersonCommand(program: Command): void {
  program
    .command('export-person')
    .description(
      'all that is held on the person of a case: originals, readings, decisions, log, and a page that explains it',
    )
    .requiredOption('--case <name>', 'the case', parseCaseName)
    .requiredOption('--out <place>', 'a .zip file, or a folder that is not there yet')
    .option('--person <name>', 'only the files that speak of this person (all words of the name stand in them)')
    .option('--controller <text>', 'who is responsible and whom to write to, for the page')
    .option('--pipeline <id>', 'whose names of types and flags to show', DEFAULT_PIPELINE)
    .option('--json', 'print what was exported as JSON')
    .addHelpText(
      'after',
      `
For the right of access (GDPR, article 15) and portability (article 20): the originals as they came, what was read in them, what persons decided, who did
what, and index.html, which explains all of it and the person's rights, in French and English. Every original is compared with its hash.
Look through it before you hand it over: papers may speak of other persons too, whose rights are not to be touched (article 15, paragraph 4).

Examples:
  liasse export-person --case dossier-12 --out dossier-12.zip --lang fr
  liasse export-person --case dossier-12 --out export/ --controller "Association X, dpo@example.org"

Exit status: 0 done; 1 done, but some originals are missing or damaged (they are named); 2 nothing was written.`,
    )
    .action(async (flags: ExportFlags, command: Command) => {
      const language = languageOf(command);
      const text = EXPORT_MESSAGES[language];
      const rules = await retentionFile().read();
      const { out: target, person, controller, pipeline: pipelineId } = flags;
      const exported = await withKeeping(async (keeping) => {
        const kept = await caseOf(keeping, flags.case);
        return exportPerson(keeping, kept, { target, language, pipelineId, rules, today: today(), person, controller });
      });
      if (flags.json) process.stdout.write(`${JSON.stringify(exported, null, 2)}\n`);
      else {
        const { path, files, originals, documents } = exported;
        process.stdout.write(`${text.done(path)}\n${text.holds(files, originals, documents)}\n`);
        if (controller === undefined) process.stderr.write(`${text.controller}\n`);
      }
      const { damaged } = exported;
      if (damaged.length > 0)
        process.stderr.write(
          [text.damaged(damaged.length), ...damaged.map((name) => `  ${printable(name)}`), ''].join('\n'),
        );
      process.exitCode = damaged.length === 0 ? EXIT.good : EXIT.someFailed;
    });
}
