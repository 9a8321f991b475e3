import { createInterface } from 'node:readline/promises';

/** Asks the person at the terminal; false where there is none, or when they say anything but yes. */
export async function askedYes(question: string, yes: RegExp): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return yes.test((await terminal.question(question)).trim());
  } catch {
    // Ctrl-C or Ctrl-D at the question.
    return false;
  } finally {
    terminal.close();
  }
}
