import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { DefinitionProblem } from '#definitions/definition-problem.ts';
import { type ParsedDefinition, parseDefinition } from '#definitions/parse-definition.ts';

/**
 * Reads the files of one pipeline folder and collects what is wrong with them, so that one check shows every problem at once.
 * File names in problems are relative to the folder.
 */
export class DefinitionReader {
  readonly problems: DefinitionProblem[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** One file; undefined when it is missing or wrong (the problem is noted). */
  async file<Value>(name: string, schema: z.ZodType<Value>): Promise<Value | undefined> {
    let text: string;
    try {
      text = await readFile(join(this.#folder, name), 'utf8');
    } catch {
      this.problems.push({ file: name, line: 1, column: 1, path: '', expected: 'this file to be there and readable' });
      return undefined;
    }
    const parsed = name.endsWith('.json') ? parseJson(name, text, schema) : await parseDefinition(name, text, schema);
    if (parsed.ok) return parsed.value;
    this.problems.push(...parsed.problems);
    return undefined;
  }

  /** Every YAML file of a sub-folder by its name without the ending, in alphabetical order; an absent folder is empty. */
  async folder<Value>(name: string, schema: z.ZodType<Value>): Promise<Map<string, Value>> {
    const values = new Map<string, Value>();
    const names = await readdir(join(this.#folder, name)).catch((): string[] => []);
    const files = names.filter((one) => one.endsWith('.yaml')).sort();
    for (const file of files) {
      const value = await this.file(join(name, file), schema);
      if (value !== undefined) values.set(basename(file, '.yaml'), value);
    }
    return values;
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
