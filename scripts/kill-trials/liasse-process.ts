import { type ChildProcess, spawn } from 'node:child_process';

/** A run of the command in a process of its own. */
export interface LiasseRun {
  readonly process: ChildProcess;
  /** Exit status (null when a signal ended it) and what it printed. */
  readonly ended: Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Starts the command; its models are those it brings along. */
export function startLiasse(args: readonly string[], env: Readonly<Record<string, string>>): LiasseRun {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
    env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', LIASSE_TESSDATA: '', ...env },
  });
  const texts = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      texts[stream] += text;
    });
  const ended = new Promise<Awaited<LiasseRun['ended']>>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...texts }));
  });
  return { process: child, ended };
}

/** Runs the command to its end. Throws with what it said when it ends otherwise than expected. */
export async function runLiasse(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  expected: readonly number[] = [0],
): Promise<string> {
  const { status, stdout, stderr } = await startLiasse(args, env).ended;
  if (status === null || !expected.includes(status)) throw new Error(`liasse ${args.join(' ')}: ${status}\n${stderr}`);
  return stdout;
}
