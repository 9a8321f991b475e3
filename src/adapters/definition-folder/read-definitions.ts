import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { DefinitionProblem } from '#definitions/definition-problem.ts';
import { type ParsedDefinition, parseDefinition } from '#definitions/parse-definition.ts';

/**
 * Reads the files of one pipeline folder, and of the folders it is based on where it has none of that name, and collects what is wrong with them, so that
 * one check shows every problem at once. File names in problems are relative to the folder.
 */
export class DefinitionReader {
  readonly problems: DefinitionProblem[] = [];
  readonly #folders: readonly string[];

  /** The folder first, then those it is based on (`definitionFolders`). */
  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** One file; undefined when it is missing or wrong (the problem is noted). */
  async file<Value>(name: string, schema: z.ZodType<Value>): Promise<Value | undefined> {
    const text = await this.#find(name);
    if (text === undefined) {
      this.problems.push({ file: name, line: 1, column: 1, path: '', expected: 'this file to be there and readable' });
      return undefined;
    }
    const parsed = name.endsWith('.json') ? parseJson(name, text, schema) : await parseDefinition(name, text, schema);
    if (parsed.ok) return parsed.value;
    this.problems.push(...parsed.problems);
    return undefined;
  }

  /** The same for a file that need not be there. */
  async optionalFile<Value>(name: string, schema: z.ZodType<Value>): Promise<Value | undefined> {
    return (await this.#find(name)) === undefined ? undefined : this.file(name, schema);
  }

  /** Every YAML file of a sub-folder by its name without the ending, in alphabetical order; an absent folder is empty. */
  async folder<Value>(name: string, schema: z.ZodType<Value>): Promise<Map<string, Value>> {
    const values = new Map<string, Value>();
    const lists = await Promise.all(
      this.#folders.map((folder) => readdir(join(folder, name)).catch((): string[] => [])),
    );
    const files = [...new Set(lists.flat())].filter((one) => one.endsWith('.yaml')).sort();
    for (const file of files) {
      const value = await this.file(join(name, file), schema);
      if (value !== undefined) values.set(basename(file, '.yaml'), value);
    }
    return values;
  }

  async #find(name: string): Promise<string | undefined> {
    for (const folder of this.#folders) {
      const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
      if (text !== undefined) return text;
    }
    return undefined;
  }
}

function parseJson<Value>(file: string, text: string, schema: z.ZodType<Value>): ParsedDefinition<Value> {
  const problem = (path: string, expected: string) => ({ file, line: 1, column: 1, path, expected });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problems: [problem('', 'valid JSON')] };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: parsed.error.issues.map((issue) => problem(issue.path.join('.'), issue.message)) };
}
