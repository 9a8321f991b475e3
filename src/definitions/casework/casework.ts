import { z } from 'zod';
import { dossierSchema } from './dossier.schema.ts';
import { matrixSchema } from './matrix.schema.ts';
import { lettersSchema, requestsSchema } from './requests.schema.ts';

/**
 * What a pipeline knows about cases as a whole: the files of its folder `case/`, by name. Each is optional: a pipeline that says nothing of a part has
 * no such part.
 */
export const caseworkSchema = z.strictObject({
  matrix: matrixSchema.optional(),
  requests: requestsSchema.optional(),
  letters: lettersSchema.optional(),
  dossier: dossierSchema.optional(),
});
export type Casework = z.infer<typeof caseworkSchema>;
