import { fuzzInTest } from '../support/hostile/fuzz-in-test.ts';
import { codeTargets } from '../support/hostile/targets/codes.ts';
import { fileTargets } from '../support/hostile/targets/files.ts';

fuzzInTest('a file that is wrong somewhere gives pages or a code, never anything else', fileTargets);
fuzzInTest('a printed code is read, or is none', codeTargets);
