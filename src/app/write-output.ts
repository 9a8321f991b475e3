import { writeWhole } from '#adapters/write-whole.ts';

/** Writes what a command made to a file, whole or not at all and readable by its owner only; `-` is standard output. */
export async function writeOutput(path: string, content: Uint8Array): Promise<void> {
  if (path !== '-') return writeWhole(path, content);
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(content, (error) => (error == null ? resolve() : reject(error)));
  });
}
