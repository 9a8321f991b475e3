import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ENGINES } from '../../src/app/choose-recognizer.ts';

const count = z.coerce.number().int().positive();
const optionsSchema = z.object({
  /** Files altogether, shared out over the lots. */
  papers: count.default(400),
  /** Files of the unseen lot that are put through the yardstick as well. */
  'yardstick-papers': count.default(100),
  /** Other seed, other papers drawn, other pixels. 1 is what the committed fixtures were printed with. */
  seed: z.string().min(1).default('2'),
  engine: z.enum(ENGINES).default('auto'),
  'only-liasse': z.boolean().default(false),
  out: z.string().default(join(import.meta.dirname, '../../docs/benchmark.md')),
  /** Keeps printed papers there, so that a second run prints only what is new. */
  lots: z.string().optional(),
  browser: z.string().default('/usr/bin/chromium'),
});
export type BenchOptions = z.infer<typeof optionsSchema>;

export const USAGE = `npm run bench -- [options]

Prints invented papers, has Liasse read and judge them, and the tools that people use today, and writes docs/benchmark.md.

  --papers N             files altogether (400); fewer is faster and says less
  --yardstick-papers N   of the unseen ones, how many OCRmyPDF, dateparser and scikit-learn are tried on as well (100)
  --seed TEXT            other papers drawn, other pixels (2)
  --engine NAME          js, native or auto (auto)
  --only-liasse          leaves the yardstick out
  --lots DIR             keeps printed papers there for another run
  --browser PATH         the Chromium that prints (/usr/bin/chromium)
  --out FILE             where the report goes (docs/benchmark.md)`;

/** Options of `npm run bench`; undefined when help is asked for. Throws, with a sentence, when an option is not known or not well-formed. */
export function parseOptions(args: readonly string[]): BenchOptions | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      papers: text,
      'yardstick-papers': text,
      seed: text,
      engine: text,
      'only-liasse': { type: 'boolean' },
      out: text,
      lots: text,
      browser: text,
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) return undefined;
  const parsed = optionsSchema.safeParse(values);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return parsed.data;
}
