import { join } from 'node:path';
import { type LiasseRun, startLiasse } from '../kill-trials/liasse-process.ts';

/** A process of Liasse that runs through a soak. */
export interface SoakedComponent {
  readonly name: string;
  /** Never killed: its memory is what is judged. */
  readonly isSteady: boolean;
  /** Where it answers `/metrics`. */
  readonly metricsUrl: string | undefined;
  /** Undefined between a kill and the next start. */
  pid(): number | undefined;
  /** What it says, from its beginning. */
  said(): string;
  /** Kills it at once and starts it anew. */
  restart(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

export interface ComponentStart {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly isSteady?: boolean;
  readonly metricsUrl?: string;
}

const ENDS_WITHIN_MS = 60_000;

/** Starts a component; one that ends without being told to is started again and told. */
export function startComponent(
  { name, args, env, isSteady = false, metricsUrl }: ComponentStart,
  onDied: (what: string) => void,
): SoakedComponent {
  let isExpected = false;
  let said = '';
  let run = launch();
  function launch(): LiasseRun {
    // A log of its own each: what failed unexpectedly is looked for in it afterwards.
    const started = startLiasse(args, { ...env, LIASSE_LOG: join(env['LIASSE_HOME'] ?? '', `../${name}.log`) });
    for (const stream of [started.process.stdout, started.process.stderr])
      stream?.on('data', (text: string) => {
        said = (said + text).slice(-20_000);
      });
    void started.ended.then(({ status, stderr }) => {
      if (isExpected || started !== run) return;
      onDied(`${name} ended with ${status}: ${stderr.slice(-400)}`);
      run = launch();
    });
    return started;
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    isExpected = true;
    const late = setTimeout(() => run.process.kill('SIGKILL'), ENDS_WITHIN_MS);
    run.process.kill(signal);
    await run.ended;
    clearTimeout(late);
  };
  return {
    ...{ name, isSteady, metricsUrl },
    pid: () => (isExpected ? undefined : run.process.pid),
    said: () => said,
    restart: async () => {
      await end('SIGKILL');
      run = launch();
      isExpected = false;
    },
    stop: () => end('SIGTERM'),
  };
}
