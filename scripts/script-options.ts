import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a script was given. `--help` prints the comment at its head and ends; so does, as a mistake, what `parseArgs` does not take. */
export function scriptOptions<const Config extends ParseArgsConfig>(config: Config) {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(headOf(process.argv[1]));
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${headOf(process.argv[1])}`);
    process.exit(2);
  }
}

/** The first comment that stands by itself in a script, without its marks. */
function headOf(path = ''): string {
  const source = readFileSync(path, 'utf8');
  const [comment = ''] = /^\/\*\*\n(?: \*.*\n)+|^(?:\/\/ .*\n)+/m.exec(source) ?? [];
  return comment.replaceAll(/^(?:\/\*\*|\/\/| \*\/?) ?/gm, '').trim();
}
