import { findCaseName } from '#domain/case-name.ts';

/** Where a file of a watched folder belongs. */
export interface Place {
  readonly caseName: string;
  /** Its name within the case. */
  readonly label: string;
}

/**
 * A file in `Dupont/scans/1.pdf` belongs to the case `Dupont` as `scans/1.pdf`, unless all go to one case. Undefined for a file that lies in no folder,
 * or in one whose name can't name a case.
 */
export function findPlace(name: string, onlyCase: string | undefined): Place | undefined {
  if (onlyCase !== undefined) return { caseName: onlyCase, label: name };
  const end = name.indexOf('/');
  const caseName = end === -1 ? undefined : findCaseName(name.slice(0, end));
  return caseName === undefined ? undefined : { caseName, label: name.slice(end + 1) };
}
