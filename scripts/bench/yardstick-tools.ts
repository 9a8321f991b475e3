import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { versionOf } from './machine.ts';

/** What the yardstick works with. */
export interface YardstickTools {
  readonly python: string;
  /** Models that the Tesseract of this machine has. */
  readonly models: readonly string[];
  readonly versions: readonly string[];
}

export const YARDSTICK_PACKAGES =
  'apt-get install ocrmypdf tesseract-ocr-all poppler-utils python3-sklearn python3-dateparser';

const run = promisify(execFile);
/** Debian's own first: another Python before it on the PATH does not see Debian's packages. */
const PYTHONS = ['/usr/bin/python3', 'python3'];
const TELL_VERSIONS =
  'import sys, sklearn, dateparser; print("Python", sys.version.split()[0], "· scikit-learn", sklearn.__version__, "· dateparser", dateparser.__version__)';

/** The tools of the yardstick, or undefined when one of them is missing. */
export async function findYardstickTools(): Promise<YardstickTools | undefined> {
  const [ocrmypdf, tesseract, pdftotext] = await Promise.all([
    versionOf('ocrmypdf', '--version'),
    versionOf('tesseract', '--version'),
    versionOf('pdftotext', '-v'),
  ]);
  const python = await findPython();
  if (ocrmypdf === undefined || tesseract === undefined || pdftotext === undefined || python === undefined)
    return undefined;
  const { stdout } = await run('tesseract', ['--list-langs']);
  return {
    python: python.path,
    models: stdout.trim().split('\n').slice(1),
    versions: [`OCRmyPDF ${ocrmypdf}`, tesseract, python.versions],
  };
}

async function findPython(): Promise<{ readonly path: string; readonly versions: string } | undefined> {
  for (const path of PYTHONS) {
    const versions = await versionOf(path, '-c', TELL_VERSIONS);
    if (versions !== undefined) return { path, versions };
  }
  return undefined;
}
