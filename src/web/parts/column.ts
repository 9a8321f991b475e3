import type { ReactNode } from 'react';
import type { SortValue } from './sort-rows.ts';

/** A column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What it is sorted by; null comes last both ways. Absent: can't be sorted. */
  readonly sortBy?: (row: Row) => SortValue;
  /** CSS width, `10rem` or `20%`. */
  readonly width?: string;
  readonly isNumber?: boolean;
  /** Left out on narrow screens. */
  readonly isWideOnly?: boolean;
}
