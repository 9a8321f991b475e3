import type { FuzzTarget } from './fuzz-target.ts';
import { backupTargets } from './targets/backups.ts';
import { codeTargets } from './targets/codes.ts';
import { definitionTargets } from './targets/definitions.ts';
import { fileTargets } from './targets/files.ts';
import { keptTargets } from './targets/kept.ts';
import { outputTargets, smallParserTargets } from './targets/outputs.ts';
import { printedTextTargets } from './targets/printed-texts.ts';
import { requestTargets } from './targets/requests.ts';
import { settingTargets } from './targets/settings.ts';

/** Every parser of what comes from elsewhere, and everything that is written for other programs. */
export const fuzzTargets: readonly FuzzTarget[] = [
  ...[...fileTargets, ...codeTargets, ...printedTextTargets, ...smallParserTargets],
  ...[...definitionTargets, ...settingTargets],
  ...[...keptTargets, ...backupTargets, ...requestTargets, ...outputTargets],
];
