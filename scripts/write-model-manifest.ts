import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describePackagedModels } from '../src/adapters/tesseract-models/packaged-models.ts';

// Writes down what the model packages hold, so that `liasse models verify` notices a changed one. Run it after a change of the packages,
// from a fresh `npm ci`, and look at the difference before committing it.
const target = fileURLToPath(new URL('../src/adapters/tesseract-models/packaged-models.json', import.meta.url));
writeFileSync(target, `${JSON.stringify(describePackagedModels(), null, 2)}\n`);
