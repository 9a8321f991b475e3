import type { Box } from '#domain/geometry.ts';

/** A fact's value: null is a certain "not there", undefined (or a missing key) is "can't tell". */
export type FactValue = string | number | boolean | readonly string[] | null | undefined;

/** Where a fact was read; without a box it is about the whole page. */
export interface FactPlace {
  readonly page: number;
  readonly box: Box | null;
}

/** All that rules may ask about one paper, and where the facts were read. */
export interface Facts {
  readonly asOf: string;
  readonly values: ReadonlyMap<string, FactValue>;
  readonly places: ReadonlyMap<string, FactPlace>;
}

/** True, false, or undefined when the facts can't tell. */
export type Truth = boolean | undefined;
