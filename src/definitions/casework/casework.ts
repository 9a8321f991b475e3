import { z } from 'zod';
import { departementsSchema, holidaysSchema } from './calendar.schema.ts';
import { civilPapersSchema } from './civil-papers.schema.ts';
import { clocksSchema } from './clocks.schema.ts';
import { contradictionsSchema } from './contradictions.schema.ts';
import { copiesSchema } from './copies.schema.ts';
import { dossierSchema } from './dossier.schema.ts';
import { matrixSchema } from './matrix.schema.ts';
import { papersSchema } from './papers.schema.ts';
import { peopleSchema } from './people.schema.ts';
import { presenceRulesSchema } from './presence.schema.ts';
import { lettersSchema, requestsSchema } from './requests.schema.ts';
import { seriesSchema } from './series.schema.ts';
import { statementSchema } from './statement.schema.ts';
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
  series: seriesSchema.optional(),
  statement: statementSchema.optional(),
  'civil-papers': civilPapersSchema.optional(),
  contradictions: contradictionsSchema.optional(),
  matrix: matrixSchema.optional(),
  requests: requestsSchema.optional(),
  letters: lettersSchema.optional(),
  clocks: clocksSchema.optional(),
  departements: departementsSchema.optional(),
  holidays: holidaysSchema.optional(),
  presence: presenceRulesSchema.optional(),
  dossier: dossierSchema.optional(),
});
export type Casework = z.infer<typeof caseworkSchema>;
