import { statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs of the Chromium family, which print to PDF without a window. */
const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
  'chrome.exe',
  'msedge.exe',
];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** A browser of this machine; undefined when there is none. */
export function findBrowser(searchPath: string): string | undefined {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program))),
    ...APPLICATIONS,
  ];
  return candidates.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}
