import { z } from 'zod';
import { departementsSchema, holidaysSchema } from './calendar.schema.ts';
import { clocksSchema } from './clocks.schema.ts';
import { matrixSchema } from './matrix.schema.ts';
import { presenceRulesSchema } from './presence.schema.ts';
import { lettersSchema, requestsSchema } from './requests.schema.ts';

/**
 * What a pipeline knows about cases as a whole: the files of its folder `case/`, by name. Each is optional: a pipeline that says nothing of a part has
 * no such part.
 */
export const caseworkSchema = z.strictObject({
  matrix: matrixSchema.optional(),
  requests: requestsSchema.optional(),
  letters: lettersSchema.optional(),
  clocks: clocksSchema.optional(),
  departements: departementsSchema.optional(),
  holidays: holidaysSchema.optional(),
  presence: presenceRulesSchema.optional(),
});
export type Casework = z.infer<typeof caseworkSchema>;
