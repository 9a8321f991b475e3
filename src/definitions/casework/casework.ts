import { matrixSchema } from './matrix.schema.ts';

/** The files of a pipeline's folder `case/`, by name. Each is optional: a pipeline that says nothing of a part has no such part. */
export const CASEWORK_FILES = {
  matrix: matrixSchema,
} as const;

/** What a pipeline knows about cases as a whole. */
export type Casework = {
  readonly [Part in keyof typeof CASEWORK_FILES]?: ReturnType<(typeof CASEWORK_FILES)[Part]['parse']> | undefined;
};
