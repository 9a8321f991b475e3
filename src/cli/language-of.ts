import type { Command } from 'commander';
import { type OutputLanguage, outputLanguage } from './messages.ts';

/** The language in which a command answers. */
export function languageOf(command: Command): OutputLanguage {
  return outputLanguage(command.optsWithGlobals()['lang'], process.env);
}
