import { DOSSIER_MESSAGES } from './dossier-messages.ts';
import type { OutputLanguage } from './messages.ts';

/** Shows how many pages are done, in one line of a terminal; nothing elsewhere. */
export function pageProgress(
  stream: NodeJS.WriteStream,
  language: OutputLanguage,
): { update(done: number, of: number): void; stop(): void } {
  const text = DOSSIER_MESSAGES[language];
  let isShown = false;
  return {
    update: (done, of) => {
      if (!stream.isTTY) return;
      isShown = true;
      stream.write(`\r${text.progress(done, of)}`);
    },
    stop: () => {
      if (isShown) stream.write('\r\u001b[K');
    },
  };
}
