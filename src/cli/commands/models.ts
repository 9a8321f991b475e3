import { type Command, InvalidArgumentError } from 'commander';
import { modelPlaces } from '#app/config.ts';
import { loadPipeline } from '#app/load-pipeline.ts';
import { type AddedOrNot, addModels, checkModels, isModelId, listModels, removeModels } from '#app/models.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { EXIT } from '../exit-status.ts';
import { explainFailure } from '../explain-failure.ts';
import { MESSAGES, type OutputLanguage, outputLanguage } from '../messages.ts';
import { modelsText } from '../models-text.ts';

const HELP = `
A model reads one language or a few. Liasse brings those of some fifty languages; others can be added, and a page that was read
less exactly for want of one says so. Where to find models: the Tesseract project's collections tessdata_fast and tessdata_best, the
packages tesseract-ocr-<language> of Debian and Ubuntu, the npm packages @tesseract.js-data/<language>. Liasse itself fetches nothing.

Added models are kept in LIASSE_MODELS (else below LIASSE_HOME, ~/.local/share/liasse/models). Models of a tesseract that is installed on this machine
are used where neither Liasse nor you brought one; LIASSE_TESSDATA names its folders, and LIASSE_TESSDATA= looks nowhere.

Examples:
  liasse models                                   what is installed, and which languages lack their own model
  liasse models add ~/Downloads/rus.traineddata   Russian, until then read with the Kazakh model
  liasse models add /usr/share/tessdata           every model of a folder
  liasse models verify                            is every model what it was when it came?`;

/** `liasse models`: list, add, remove and verify recognition models. */
export function addModelsCommand(program: Command): void {
  const models = program
    .command('models')
    .description('list, add, remove and verify the models that read')
    .addHelpText('after', HELP);
  addListCommand(models);
  addAddCommand(models);
  addRemoveCommand(models);
  addVerifyCommand(models);
}

function addListCommand(models: Command): void {
  models
    .command('list', { isDefault: true })
    .description('models that are installed, and languages that lack their own (this is what “liasse models” does)')
    .option('--pipeline <id>', 'whose languages', DEFAULT_PIPELINE)
    .option('--json', 'as JSON')
    .action(async (options: { pipeline: string; json?: true }, command: Command) => {
      const { reading } = await loadPipeline(options.pipeline);
      const places = modelPlaces();
      const list = listModels(reading, places);
      const text = (): string => modelsText(list, places.added, languageOf(command));
      process.stdout.write(options.json ? json({ folder: places.added, ...list }) : text());
    });
}

function addAddCommand(models: Command): void {
  models
    .command('add')
    .description('check models and copy them into the model folder')
    .argument(
      '<path...>',
      'a .traineddata file (.gz too), a folder that holds some, an npm package of models (folder or .tgz)',
    )
    .option('--as <id>', 'name to give the model, when its file does not say it or says another', parseModelId)
    .option('--replace', 'put it in place of another model of the same name; without this, that one is kept')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
A model is copied whole or not at all: one that is cut off, damaged, or of the old kind without a neural recogniser is refused.
Exit status: 0 every model is there now; 1 some were refused, each with its reason; 2 wrong use.

Examples:
  liasse models add rus.traineddata
  liasse models add Cyrillic.traineddata --as rus
  liasse models add khm-1.0.0.tgz lao.traineddata.gz`,
    )
    .action(async (paths: string[], options: { as?: string; replace?: true; json?: true }, command: Command) => {
      const { added: folder } = modelPlaces();
      const { reading } = await loadPipeline(DEFAULT_PIPELINE);
      const named = new Set(Object.values(reading.languages).flatMap((language) => language.models));
      const results: AddedOrNot[] = [];
      for await (const one of addModels(paths, { folder, asId: options.as, isReplacing: options.replace === true })) {
        results.push(one);
        if (!options.json) say(one, named, languageOf(command));
      }
      if (options.json)
        process.stdout.write(
          json(results.map(({ id, outcome, failure }) => ({ id, outcome, error: failure?.code ?? null }))),
        );
      if (results.some(({ failure }) => failure !== null)) process.exitCode = EXIT.someFailed;
    });
}

function say({ id, outcome, failure }: AddedOrNot, named: ReadonlySet<string>, language: OutputLanguage): void {
  const text = MESSAGES[language].models;
  if (outcome === 'refused' || id === null) {
    process.stderr.write(`${id === null ? 'liasse' : id}: ${explainFailure(failure, language)}\n`);
    return;
  }
  process.stdout.write(`${text.outcomes[outcome](id)}\n`);
  if (!named.has(id)) process.stdout.write(`${text.notNamed(id)}\n`);
}

function addRemoveCommand(models: Command): void {
  models
    .command('remove')
    .description('take models away that were added; those that come with Liasse stay, and are used again')
    .argument('<id...>', 'names of models, as “liasse models” shows them', collectModelIds)
    .option('--json', 'as JSON')
    .action(async (ids: string[], options: { json?: true }, command: Command) => {
      const language = languageOf(command);
      try {
        await removeModels(ids, modelPlaces().added);
      } catch (error) {
        process.stderr.write(`liasse: ${explainFailure(error, language)}\n`);
        process.exitCode = EXIT.someFailed;
        return;
      }
      const lines = (): string => ids.map((id) => `${MESSAGES[language].models.removed(id)}\n`).join('');
      process.stdout.write(options.json ? json({ removed: ids }) : lines());
    });
}

function addVerifyCommand(models: Command): void {
  models
    .command('verify')
    .description('compare every model, byte for byte, with what was published or added (SHA-256)')
    .argument('[id...]', 'only these models', collectModelIds)
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nExit status: 0 none is changed or missing; 1 some are, and what to do is said; 2 wrong use.',
    )
    .action((ids: string[] | undefined, options: { json?: true }, command: Command) => {
      const language = languageOf(command);
      const text = MESSAGES[language].models;
      const checks = checkModels(ids ?? [], modelPlaces());
      const bad = checks.filter(({ state }) => state === 'changed' || state === 'missing');
      if (bad.length > 0) process.exitCode = EXIT.someFailed;
      if (options.json) {
        process.stdout.write(json(checks));
        return;
      }
      for (const { id, source, state, place } of bad) {
        const repair = source === 'added' ? text.repair.added(id) : text.repair.packaged(id);
        process.stdout.write(`${text.states[state]}  ${place}\n  ${repair}\n`);
      }
      const count = (state: string): number => checks.filter((check) => check.state === state).length;
      process.stdout.write(`${text.verified(count('good'), count('unlisted'))}\n`);
    });
}

function parseModelId(id: string): string {
  if (!isModelId(id)) throw new InvalidArgumentError('a name such as rus or chi_sim is expected.');
  return id;
}

function collectModelIds(id: string, before: string[] | undefined): string[] {
  return [...(before ?? []), parseModelId(id)];
}

function languageOf(command: Command): OutputLanguage {
  return outputLanguage(command.optsWithGlobals()['lang'], process.env);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
