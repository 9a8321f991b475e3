import { findProgram } from '../servers/find-program.ts';

/** Chromium of this machine, installed from Debian first when it is absent and we are root. Undefined when it can't be had. */
export function findChromium(): Promise<string | undefined> {
  return findProgram({ program: 'chromium', package: 'chromium' });
}
