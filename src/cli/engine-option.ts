import { Option } from 'commander';
import { ENGINES } from '#app/choose-recognizer.ts';

/** `--engine`: who reads the pixels. */
export function engineOption(): Option {
  return new Option(
    '--engine <name>',
    'who reads: js (comes with Liasse), native (tesseract on the PATH), auto: the faster one',
  )
    .choices(ENGINES)
    .default('auto');
}
