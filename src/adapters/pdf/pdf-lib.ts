import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFolder } from '../package-folder.ts';

const BUNDLE = join(packageFolder('@cantoo/pdf-lib'), 'dist', 'pdf-lib.esm.min.js');

/** pdf-lib as the one file it also comes as: its three hundred modules would take a tenth of a second to load in every run. */
export const pdfLib: typeof import('@cantoo/pdf-lib') = await import(pathToFileURL(BUNDLE).href);
