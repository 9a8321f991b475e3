import fc from 'fast-check';
import { z } from 'zod';
import { hostileText } from './hostile-text.ts';

/** As much of JSON Schema as the description of our API is written in. */
export interface JsonSchema {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly oneOf?: readonly JsonSchema[] | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly items?: JsonSchema | undefined;
  readonly format?: string | undefined;
}

export const jsonSchemaSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(jsonSchemaSchema).optional(),
    oneOf: z.array(jsonSchemaSchema).optional(),
    properties: z.record(z.string(), jsonSchemaSchema).optional(),
    items: z.union([jsonSchemaSchema, z.literal(false).transform(() => ({}))]).optional(),
    format: z.string().optional(),
  }),
);

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid(),
  email: fc.emailAddress(),
  date: fc.constantFrom('2026-03-31', '2026-02-29', '0000-01-01', '9999-12-31'),
  'date-time': fc.constantFrom('2026-03-31T10:00:00Z', '2026-13-31T10:00:00Z'),
  uri: fc.webUrl(),
};
const scalars: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  integer: fc.oneof(fc.integer(), fc.constantFrom(-1, 0, 2 ** 53, 1e308)),
  number: fc.oneof(fc.double({ noNaN: true }), fc.integer()),
  boolean: fc.boolean(),
  null: fc.constant(null),
};
/** Where one thing is expected and another comes. */
const wrong = fc.oneof(hostileText, fc.jsonValue({ maxDepth: 2 }));

/** JSON as a schema describes it, in which one thing or another is something else; references are looked up in `parts`. */
export function jsonOfSchema(schema: JsonSchema, parts: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<unknown> {
  const right = rightly(schema, parts);
  return fc.oneof({ weight: 7, arbitrary: right }, { weight: 1, arbitrary: wrong });
}

function rightly(schema: JsonSchema, parts: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<unknown> {
  const { $ref, anyOf = schema.oneOf, type } = schema;
  if ($ref !== undefined) {
    const named = parts[$ref.split('/').at(-1) ?? ''];
    return named === undefined ? wrong : rightly(named, parts);
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (anyOf !== undefined) return fc.oneof(...anyOf.map((one) => jsonOfSchema(one, parts)));
  const types = typeof type === 'string' ? [type] : (type ?? []);
  return types.length === 0 ? wrong : fc.oneof(...types.map((one) => ofType(one, schema, parts)));
}

function ofType(type: string, schema: JsonSchema, parts: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<unknown> {
  if (type === 'object') {
    const fields = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, jsonOfSchema(one, parts)]);
    const known = fc.record(Object.fromEntries(fields), { requiredKeys: [] });
    const more = fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'role', 'teamId'), wrong, { maxKeys: 1 });
    return fc.oneof(
      { weight: 4, arbitrary: fc.record(Object.fromEntries(fields)) },
      { weight: 2, arbitrary: known },
      more,
    );
  }
  if (type === 'array') return fc.array(jsonOfSchema(schema.items ?? {}, parts), { maxLength: 4 });
  if (type === 'string')
    return FORMATS[schema.format ?? ''] ?? fc.oneof(hostileText, fc.constantFrom('a', 'fr', '2026'));
  return scalars[type] ?? wrong;
}
