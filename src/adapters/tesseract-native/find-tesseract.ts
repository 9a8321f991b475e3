import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A Tesseract that is installed on this machine. */
export interface NativeTesseract {
  /** Absolute path of the binary. */
  readonly command: string;
  /** As it tells itself: `5.3.0`. */
  readonly version: string;
}

/** The first major version whose neural recogniser reads as the one in tesseract.js does. */
const LEAST_MAJOR = 5;
const ANSWER_MS = 5_000;

/** The first `tesseract` on the search path that answers and is new enough; undefined when there is none. */
export async function findTesseract(searchPath: string): Promise<NativeTesseract | undefined> {
  for (const folder of searchPath.split(delimiter).filter((one) => one !== '')) {
    const command = join(folder, 'tesseract');
    const version = await versionOf(command);
    if (version !== undefined && Number.parseInt(version, 10) >= LEAST_MAJOR) return { command, version };
  }
  return undefined;
}

async function versionOf(command: string): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, ['--version'], { timeout: ANSWER_MS, env: {} });
    return /^tesseract v?(\d+[\w.-]*)/m.exec(`${stdout}\n${stderr}`)?.[1];
  } catch {
    return undefined;
  }
}
