import { spawn } from 'node:child_process';
import { LiasseFailure } from '#domain/failure.ts';

/** One call of the binary. */
export interface TesseractCall {
  readonly command: string;
  readonly arguments: readonly string[];
  /** The images, handed over through standard input. */
  readonly input: Uint8Array;
  /** Without a sign of life for so long it is killed. */
  readonly silenceMs: number;
  readonly signal: AbortSignal;
}

/** More than the table of any page: what a runaway process may print. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/**
 * Runs the binary and gives what it printed, standard output and standard error. The process gets no environment but what it needs, and one
 * thread: pages are read side by side already. Throws `page-timeout`, `cancelled`, and `recognizer-failed` for any other end than a good one.
 */
export function runTesseract(call: TesseractCall): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(call.command, call.arguments, {
      env: { OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
      stdio: 'pipe',
    });
    const output: Buffer[] = [];
    const messages: Buffer[] = [];
    let size = 0;
    const end = (failure: LiasseFailure): void => {
      child.kill('SIGKILL');
      reject(failure);
    };
    let timer = setTimeout(() => undefined, 0);
    const alive = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => end(new LiasseFailure('page-timeout')), call.silenceMs);
    };
    const keep = (list: Buffer[]) => (chunk: Buffer) => {
      alive();
      size += chunk.length;
      if (size > MOST_OUTPUT) end(new LiasseFailure('recognizer-failed', 'endless output'));
      else list.push(chunk);
    };
    const onAbort = (): void => end(new LiasseFailure('cancelled'));
    call.signal.addEventListener('abort', onAbort, { once: true });
    alive();
    child.stdout.on('data', keep(output));
    // It names each page as it begins it: a sign of life.
    child.stderr.on('data', keep(messages));
    child.on('error', (cause) => end(new LiasseFailure('recognizer-failed', 'not started', { cause })));
    child.on('close', (code, killedBy) => {
      clearTimeout(timer);
      call.signal.removeEventListener('abort', onAbort);
      if (code !== 0) reject(new LiasseFailure('recognizer-failed', `tesseract ended with ${code ?? killedBy}`));
      else
        resolve({ stdout: Buffer.concat(output).toString('utf8'), stderr: Buffer.concat(messages).toString('utf8') });
    });
    // A process that ends before it has read its input closes the pipe; its exit says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(call.input);
  });
}
