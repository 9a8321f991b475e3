import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { InstalledModel } from './installed-model.ts';

/** The smaller of the two builds every package holds: as exact on our scans, faster to load. */
export const PACKAGED_BUILD = '4.0.0_best_int';
/** Script and orientation, used with the legacy core only; no model that reads. */
export const ORIENTATION_MODEL = 'osd';
/** What the packages held when Liasse was published. */
const MANIFEST = fileURLToPath(new URL('./packaged-models.json', import.meta.url));

const packageSchema = z.object({ version: z.string() });
const manifestSchema = z.record(
  z.string(),
  z.strictObject({ package: z.string(), bytes: z.number(), sha256: z.string() }),
);
type PackagedManifest = z.infer<typeof manifestSchema>;

/** The models of the `@tesseract.js-data` packages that are installed, the orientation model among them. */
export function packagedModels(): InstalledModel[] {
  const require = createRequire(import.meta.url);
  const packages = dirname(dirname(require.resolve(`@tesseract.js-data/${ORIENTATION_MODEL}/package.json`)));
  return readdirSync(packages)
    .sort()
    .map((id) => ({ id, folder: join(packages, id), file: join(packages, id, PACKAGED_BUILD, `${id}.traineddata.gz`) }))
    .filter(({ file }) => existsSync(file))
    .map(({ id, folder, file }) => {
      const { version } = packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
      return {
        id,
        source: 'packaged',
        file,
        identity: `${id}@${version}/${PACKAGED_BUILD}`,
        origin: `@tesseract.js-data/${id}@${version}`,
      };
    });
}

/** The size and hash of each packaged model as published. */
export function packagedManifest(): PackagedManifest {
  return manifestSchema.parse(JSON.parse(readFileSync(MANIFEST, 'utf8')));
}

/** The manifest of the models that are installed now, for the script that writes it. */
export function describePackagedModels(): PackagedManifest {
  return Object.fromEntries(
    packagedModels().map(({ id, file, origin }) => {
      const content = readFileSync(file);
      const sha256 = createHash('sha256').update(content).digest('hex');
      return [id, { package: origin, bytes: content.length, sha256 }];
    }),
  );
}
