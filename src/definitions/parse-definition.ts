import { YAMLException } from 'js-yaml';
import type { parseDocument } from 'yaml';
import type { z } from 'zod';
import type { DefinitionProblem } from './definition-problem.ts';
import { readYaml } from './read-yaml.ts';

export type ParsedDefinition<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/**
 * The text of a definition checked against its schema: where it is no YAML the first place that is not, else every problem with its place. A good
 * file takes the quick way; only for one that says something wrong the parser that knows places is loaded, which takes five times as long.
 */
export async function parseDefinition<Value>(
  file: string,
  text: string,
  schema: z.ZodType<Value>,
): Promise<ParsedDefinition<Value>> {
  const { value, refusal } = valueOrRefusal(text);
  if (refusal !== undefined) return { ok: false, problems: [problemOf(file, refusal)] };
  const quick = schema.safeParse(value);
  return quick.success ? { ok: true, value: quick.data } : parseWithPlaces(file, text, schema);
}

function valueOrRefusal(text: string): { readonly value?: unknown; readonly refusal?: YAMLException } {
  try {
    return { value: readYaml(text) };
  } catch (error) {
    if (error instanceof YAMLException) return { refusal: error };
    throw error;
  }
}

/** js-yaml counts lines and columns from 0. */
function problemOf(file: string, { reason, mark }: YAMLException): DefinitionProblem {
  return { file, line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1, path: '', expected: reason };
}

async function parseWithPlaces<Value>(
  file: string,
  text: string,
  schema: z.ZodType<Value>,
): Promise<ParsedDefinition<Value>> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    logLevel: 'error',
  });
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((error) => {
        const place = lines.linePos(error.pos[0]);
        return {
          file,
          line: place.line,
          column: place.col,
          path: '',
          expected: error.message.split('\n', 1)[0] ?? 'valid YAML',
        };
      }),
    };
  }
  const parsed = schema.safeParse(jsOf(document));
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => {
      const path = issue.path.map(String);
      const place = lines.linePos(offsetOf(document, issue.path));
      return {
        file,
        line: Math.max(place.line, 1),
        column: Math.max(place.col, 1),
        path: path.join('.'),
        expected: issue.message,
      };
    }),
  };
}

/** What the text says; undefined for one whose names for parts stand for more than anybody writes (a few lines would be a thousand million). */
function jsOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

/** Offset of the node at the path, or of its nearest parent that is there (a missing key has no place of its own). */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return 0;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
