import { createInterface } from 'node:readline/promises';

/** How somebody says that he means it. */
export interface Confirmation {
  /** Do not ask: `confirm` says it. */
  readonly yes?: true;
  readonly confirm?: readonly string[];
}

/**
 * Whether what is about to be done for good is meant: its name was typed at the terminal, or given with --yes --confirm. Without a terminal nobody
 * can be asked, and the answer is no.
 */
export async function isConfirmed(name: string, { yes, confirm }: Confirmation, question: string): Promise<boolean> {
  if (yes) return (confirm ?? []).some((one) => one.normalize('NFC') === name);
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(question)).normalize('NFC').trim() === name;
  } finally {
    terminal.close();
  }
}
