import { z } from 'zod';
import { copiesSchema } from './copies.schema.ts';
import { matrixSchema } from './matrix.schema.ts';
import { papersSchema } from './papers.schema.ts';
import { peopleSchema } from './people.schema.ts';
import { lettersSchema, requestsSchema } from './requests.schema.ts';
import { translationsSchema } from './translations.schema.ts';

/**
 * What a pipeline knows about cases as a whole: the files of its folder `case/`, by name. Each is optional: a pipeline that says nothing of a part has
 * no such part.
 */
export const caseworkSchema = z.strictObject({
  papers: papersSchema.optional(),
  people: peopleSchema.optional(),
  copies: copiesSchema.optional(),
  translations: translationsSchema.optional(),
  matrix: matrixSchema.optional(),
  requests: requestsSchema.optional(),
  letters: lettersSchema.optional(),
});
export type Casework = z.infer<typeof caseworkSchema>;
