import { fuzzInTest } from '../support/hostile/fuzz-in-test.ts';
import { fileTargets } from '../support/hostile/targets/files.ts';

fuzzInTest('a file that is wrong somewhere gives pages or a code, never anything else', fileTargets);
