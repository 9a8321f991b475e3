import type { Command } from 'commander';
import { z } from 'zod';
import { DOCUMENT_SCHEMA_ID, documentRecordSchema } from '#domain/document-record.ts';

/** `liasse schema`: the published contract as JSON Schema, generated from the schema that the code itself uses. */
export function addSchemaCommand(program: Command): void {
  program
    .command('schema')
    .description(`print the JSON Schema of one output line (${DOCUMENT_SCHEMA_ID})`)
    .action(() => {
      const schema = z.toJSONSchema(documentRecordSchema, { target: 'draft-2020-12' });
      process.stdout.write(`${JSON.stringify({ $id: DOCUMENT_SCHEMA_ID, ...schema }, null, 2)}\n`);
    });
}
