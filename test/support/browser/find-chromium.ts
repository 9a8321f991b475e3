import { findProgram } from '../servers/find-program.ts';

/**
 * Chromium of this machine, installed from Debian first when it is absent and we are root. Undefined when it can't be had.
 * The one that has no window at all is the same engine, and takes a fifth less of the processor.
 */
export async function findChromium(): Promise<string | undefined> {
  const windowless = 'chromium-headless-shell';
  return (
    (await findProgram({ program: windowless, package: windowless })) ??
    (await findProgram({ program: 'chromium', package: 'chromium' }))
  );
}
