import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command in a process of its own; `killAfterMs` and `killAtOutput` (the first bytes on stdout) send the signal while it works. */
export function runLiasse(
  args: readonly string[],
  options: {
    readonly env?: Record<string, string>;
    readonly killAfterMs?: number;
    readonly killAtOutput?: true;
    readonly signal?: NodeJS.Signals;
  } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
      // Models of this machine or of whoever runs the tests must not change what is read.
      env: {
        ...process.env,
        LANG: 'en_GB.UTF-8',
        LC_ALL: '',
        LIASSE_MODELS: join(tmpdir(), 'liasse-no-models'),
        LIASSE_TESSDATA: '',
        ...options.env,
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    if (options.killAtOutput) child.stdout.once('data', () => child.kill(options.signal ?? 'SIGINT'));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    if (options.killAfterMs !== undefined)
      setTimeout(() => child.kill(options.signal ?? 'SIGINT'), options.killAfterMs);
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
