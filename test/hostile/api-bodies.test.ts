import { fuzzInTest } from '../support/hostile/fuzz-in-test.ts';
import { requestTargets } from '../support/hostile/targets/requests.ts';

fuzzInTest('whatever is sent to the API is answered in its own words: never by a fault', requestTargets);
