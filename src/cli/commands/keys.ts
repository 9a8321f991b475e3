import type { Command } from 'commander';
import { keepingPlaces } from '#app/config.ts';
import { backUpMasterKey } from '#app/keeping/keys/back-up-master-key.ts';
import { checkMasterKey } from '#app/keeping/keys/check-master-key.ts';
import { tellOfMasterKey } from '#app/keeping/keys/master-key-notice.ts';
import { type MasterKeyStatus, readMasterKeyStatus } from '#app/keeping/keys/master-key-status.ts';
import { isFatal, masterKeyWarnings } from '#app/keeping/keys/master-key-warnings.ts';
import { type RotationStep, rotateMasterKey } from '#app/keeping/keys/rotate-master-key.ts';
import { withKeyStore } from '#app/keeping/keys/with-key-store.ts';
import { EXIT } from '../exit-status.ts';
import { keysMessages, keysText, warningText } from '../keys-text.ts';
import { type OutputLanguage, outputLanguage } from '../messages.ts';

const HELP = `
All that Liasse keeps is encrypted by keys of its own, and those are wrapped by one master key. WHO LOSES THE MASTER KEY LOSES EVERYTHING,
and whoever holds it and the data can read them: keep a copy, in another place, locked away.

The master key is read from the file that LIASSE_MASTER_KEY_FILE names, else from LIASSE_MASTER_KEY itself, else from master.key in
LIASSE_HOME (~/.local/share/liasse), where Liasse makes it at the first use. Several machines that work together need the same one: make it
with  openssl rand -base64 32 > liasse.key  and name it to all.

Examples:
  liasse keys                            where the key is, what it protects, whether there is a copy
  liasse keys backup /media/usb          copy it to a USB stick, and read the copy back
  liasse keys check /media/usb/old.key   is this the master key of these data?
  liasse keys rotate                     someone who left knew the key: use a new one

Exit status: 0 all is well or warned of; 1 the key that these data need is not there; 2 wrong use.`;

/** `liasse keys`: the master key, its copies, and its change. */
export function addKeysCommand(program: Command): void {
  const keys = program
    .command('keys')
    .description('the master key: where it is, copy it, check a copy, change it')
    .addHelpText('after', HELP);
  addStatusCommand(keys);
  addBackupCommand(keys);
  addCheckCommand(keys);
  addRotateCommand(keys);
}

function addStatusCommand(keys: Command): void {
  keys
    .command('status', { isDefault: true })
    .description('where the master key is, and whether it could be lost (this is what “liasse keys” does)')
    .option('--json', 'as JSON; no secret is in it')
    .action(async (options: { json?: true }, command: Command) => {
      const places = keepingPlaces();
      const status = await withKeyStore(places, (store) => readMasterKeyStatus(store, places.masterKey));
      const warnings = masterKeyWarnings(status);
      if (warnings.some(isFatal)) process.exitCode = EXIT.someFailed;
      process.stdout.write(options.json ? json({ ...status, warnings }) : keysText(status, languageOf(command)));
    });
}

function addBackupCommand(keys: Command): void {
  keys
    .command('backup')
    .description('copy the master key, read the copy back, and remember that it was done')
    .argument('<file>', 'the file to write, or a folder such as a USB stick; nothing is ever overwritten')
    .addHelpText(
      'after',
      '\nThe copy is not encrypted: whoever has it and the data can read them. Lock it away.\n\nExamples:\n  liasse keys backup /media/usb\n  liasse keys backup ~/vault/liasse-2026.key',
    )
    .action(async (file: string, _options: object, command: Command) => {
      const language = languageOf(command);
      const places = keepingPlaces();
      await withKeyStore(places, async (store) => {
        const about = { keys: store, places: places.masterKey };
        const done = await backUpMasterKey({ ...about, to: file, now: new Date(), onMasterKeyMade: tellOfMasterKey });
        process.stdout.write(`${keysMessages(language).backedUp(done.path, done.fingerprint)}\n`);
        warn(await readMasterKeyStatus(store, places.masterKey), language);
      });
    });
}

function addCheckCommand(keys: Command): void {
  keys
    .command('check')
    .description('is this file the master key of these data?')
    .argument('<file>', 'a file that may hold it')
    .addHelpText(
      'after',
      '\nA right one is remembered as a copy. Exit status: 0 it is; 1 it is not; 2 it holds no key at all, or wrong use.',
    )
    .action(async (file: string, _options: object, command: Command) => {
      const places = keepingPlaces();
      const { answer, fingerprint, needed } = await withKeyStore(places, (store) =>
        checkMasterKey({ keys: store, places: places.masterKey, file, now: new Date() }),
      );
      if (answer !== 'right') process.exitCode = EXIT.someFailed;
      process.stdout.write(`${keysMessages(languageOf(command)).answers[answer](fingerprint, needed ?? '')}\n`);
    });
}

function addRotateCommand(keys: Command): void {
  keys
    .command('rotate')
    .description('wrap all keys by a new master key; no file is touched, and the old key is kept until you remove it')
    .option('--new-key <file>', 'the file with the new key; made when it is not there')
    .addHelpText('after', ROTATE_HELP)
    .action(async (options: { newKey?: string }, command: Command) => {
      const language = languageOf(command);
      const places = keepingPlaces();
      await withKeyStore(places, async (store) => {
        const about = { keys: store, places: places.masterKey };
        for await (const step of rotateMasterKey({ ...about, newKeyFile: options.newKey, now: new Date() })) {
          for (const line of stepLines(step, language)) process.stdout.write(`${line}\n`);
          if (step.step === 'done' && step.toConfigure === null)
            warn(await readMasterKeyStatus(store, places.masterKey), language);
        }
      });
    });
}

const ROTATE_HELP = `
It may be interrupted at any moment, also by a power cut: the data can be opened with what lies on the disk, and the same command finishes
what was begun. Other Liasse processes may go on working.

Where LIASSE_MASTER_KEY_FILE or LIASSE_MASTER_KEY gives the key (several machines), change it so:
  1. openssl rand -base64 32 > new.key
  2. set LIASSE_MASTER_KEY_FILE to the new file and LIASSE_PREVIOUS_MASTER_KEY_FILE to the old one, everywhere; start every Liasse anew
  3. liasse keys rotate
  4. unset LIASSE_PREVIOUS_MASTER_KEY_FILE
With --new-key FILE it is done at once instead, and every Liasse needs FILE from then on: stop them first.`;

function stepLines(step: RotationStep, language: OutputLanguage): string[] {
  const { steps } = keysMessages(language);
  switch (step.step) {
    case 'new-key-there':
      return [steps.newKey(step.fingerprint, step.path)];
    case 'wrapped':
      return [steps.wrapped(step.count)];
    case 'done':
      return [
        ...(step.oldKey === null ? [] : [steps.oldKept(step.oldKey)]),
        ...(step.toConfigure === null ? [] : [steps.toConfigure(step.toConfigure)]),
      ];
  }
}

function warn(status: MasterKeyStatus, language: OutputLanguage): void {
  for (const warning of masterKeyWarnings(status)) process.stderr.write(`\n${warningText(warning, language)}\n`);
}

function languageOf(command: Command): OutputLanguage {
  return outputLanguage(command.optsWithGlobals()['lang'], process.env);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
