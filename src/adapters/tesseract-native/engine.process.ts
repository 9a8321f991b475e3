// The process of one native engine. Started with the library and the folder of models; answers one question after the other. A crash of the
// library ends this process only.
import type { EngineQuestion, EngineReply } from './engine-messages.ts';
import { loadTesseract } from './tesseract-library.ts';

const [, , libraryPath = '', modelFolder = '', firstModels = ''] = process.argv;
const library = loadTesseract(libraryPath, modelFolder);

function answer(question: EngineQuestion): EngineReply {
  const { image, models } = question;
  if (question.method === 'orient') return { kind: 'oriented', found: library.orient(image, models), cpuMs: cpuMs() };
  return { kind: 'read', tsv: library.read(image, models, question), cpuMs: cpuMs() };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function reply(message: EngineReply): void {
  process.send?.(message);
}

/** The process answers its parent, which is the same program: what comes through the channel is what that sends. */
function isQuestion(message: unknown): message is EngineQuestion {
  return typeof message === 'object' && message !== null && 'method' in message;
}

process.on('message', (message) => {
  if (!isQuestion(message)) return;
  try {
    reply(answer(message));
  } catch (error) {
    reply({ kind: 'failed', detail: error instanceof Error ? error.message : 'unknown', cpuMs: cpuMs() });
  }
});
// Nobody is left to answer to.
process.on('disconnect', () => process.exit(0));
reply({ kind: 'ready', version: library.version, cpuMs: cpuMs() });
library.warmUp(firstModels);
