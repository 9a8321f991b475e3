import type { Tools } from '#stages/define-stage.ts';

/** Tools for judging pages that were read before: whoever asks them for a picture made a mistake. */
export function noReadingTools(): Tools {
  const refuse = (): Promise<never> => Promise.reject(new Error('pages that were kept are not read again'));
  const fingerprint = 'none';
  return {
    pages: { fingerprint, view: refuse },
    uprightPages: { fingerprint, image: refuse },
    codeReader: { fingerprint, readCodes: refuse },
    recognizer: {
      engine: 'none',
      fingerprint,
      models: [],
      recognize: refuse,
      orientation: refuse,
      close: () => Promise.resolve(),
    },
  };
}
