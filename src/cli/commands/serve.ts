import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import type { EngineChoice } from '#app/choose-recognizer.ts';
import { limitsOfEnvironment } from '#app/config.ts';
import { PAGE_FOLDER } from '#app/web/page-folder.ts';
import { runServer } from '#app/web/run-server.ts';
import { defaultUploads } from '#app/web/uploads/create-uploads.ts';
import { limitsWith } from '#domain/limits.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { engineOption } from '../engine-option.ts';
import { EXIT } from '../exit-status.ts';
import { explainFailure } from '../explain-failure.ts';
import { languageOf } from '../language-of.ts';
import { MESSAGES, type OutputLanguage } from '../messages.ts';
import { parseWorkers } from '../parse-options.ts';
import { seldom } from '../seldom.ts';
import { SERVE_MESSAGES } from '../serve-messages.ts';
import { stopSignals } from '../stop-signals.ts';

interface ServeFlags {
  readonly host: string;
  readonly port: number;
  readonly concurrency: number;
  readonly workers: number;
  /** False with `--no-work`. */
  readonly work: boolean;
  readonly publicUrl?: string;
  readonly pipeline: string;
  readonly engine: EngineChoice;
}

const PORT = 8420;
const HIGHEST_PORT = 65_535;

/** `liasse serve`: the web app. */
export function addServeCommand(program: Command): void {
  const processors = availableParallelism();
  program
    .command('serve')
    .description('the web app: upload, look, correct, translate, in a browser; and the API')
    .option('--host <address>', 'where to listen; 0.0.0.0 for the network', '127.0.0.1')
    .option('--port <number>', 'and at which port', parsePort, PORT)
    .option(
      '--public-url <url>',
      'how browsers find it, when a proxy stands before it: https://liasse.example.org',
      parsePublicUrl,
    )
    .option('--no-work', 'read nothing here: “liasse worker” does, on this machine or on others')
    .option(
      '--concurrency <n>',
      'files and cases under way at the same time',
      parseWorkers,
      Math.max(1, processors - 1),
    )
    .option('--workers <n>', 'pages read at the same time', parseWorkers, Math.max(1, processors - 1))
    .option('--pipeline <id>', 'knowledge to judge by', DEFAULT_PIPELINE)
    .addOption(engineOption())
    .addHelpText(
      'after',
      `
The first time, it prints a link with a code: whoever opens it within a day becomes the administrator, and invites the others. Nothing is open before.
Everything stays on this machine, below LIASSE_HOME, and nothing is ever sent anywhere. With DATABASE_URL, REDIS_URL and LIASSE_BLOBS (“liasse worker
--help”) several machines serve and work together.

For others than you: listen on 127.0.0.1 and let a proxy with TLS (Caddy, nginx) pass requests on; give its address with --public-url, so that sign-in
is kept to it. /health and /ready answer anybody, /metrics this machine only.

SIGTERM or Ctrl-C: no more is answered, what is being read is finished. A second one ends at once; the work is taken up again by the next start.
Exit status: 0 told to stop; 2 wrong use; 130 ended at once.

Examples:
  liasse serve                              then open http://127.0.0.1:${PORT}
  liasse serve --no-work                    and “liasse worker” beside it
  liasse serve --public-url https://liasse.example.org
  curl -H "Authorization: Bearer liasse_…" http://127.0.0.1:${PORT}/api/cases`,
    )
    .action(async (flags: ServeFlags, command: Command) => {
      process.exitCode = await serve(flags, languageOf(command));
    });
}

async function serve(flags: ServeFlags, language: OutputLanguage): Promise<number> {
  const { host, port, pipeline: pipelineId, concurrency, workers, engine } = flags;
  const text = SERVE_MESSAGES[language];
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const sayTrouble = seldom(say);
  const { stop, abort } = stopSignals(() => say(text.finishing));
  const publicUrl = flags.publicUrl ?? `http://${urlHost(host)}:${port}`;
  const reading = { concurrency, workers, engine, limits: limitsWith(limitsOfEnvironment()) };
  await runServer({
    settings: { publicUrl, pipelineId, uploads: { ...defaultUploads(), limits: reading.limits } },
    listen: async (web, view) => {
      const { startWebServer } = await import('#http/start-web-server.ts');
      return startWebServer({ web, view, pageFolder: PAGE_FOLDER }, { host, port });
    },
    work: flags.work ? reading : undefined,
    ...{ stop, abort },
    onReady: ({ setupLink }) => {
      say(text.listening(publicUrl));
      if (host !== '127.0.0.1' && host !== 'localhost' && flags.publicUrl === undefined) say(text.openToAll);
      say(flags.work ? text.working(concurrency) : text.notWorking);
      if (setupLink !== undefined) say(text.setup(setupLink));
    },
    onTrouble: (failure) =>
      sayTrouble(failure.code, MESSAGES[language].queue.trouble(explainFailure(failure, language))),
  });
  return abort.aborted ? EXIT.interrupted : EXIT.good;
}

/** An address on which every name is heard is found under this machine's own. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > HIGHEST_PORT) throw new InvalidArgumentError(SERVE_MESSAGES.en.badPort);
  return port;
}

/** Only where it is: the page lies at the root. */
function parsePublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, ''))
    throw new InvalidArgumentError(SERVE_MESSAGES.en.badUrl);
  return url.origin;
}
