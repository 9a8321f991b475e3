import type { ColumnType } from 'kysely';

/** Bytes that a key of the vault sealed. */
export type Sealed = Buffer;
/** Numbers of 64 bits come back as text. */
export type BigNumber = ColumnType<string, number | string | bigint, number | string | bigint>;
export type Instant = ColumnType<Date, Date | string, Date | string>;
/** May be left out when a row is written. */
export type Nullable<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S | null, I | null | undefined, U | null>
    : ColumnType<T | null, T | null | undefined, T | null>;
/** Left to the database when a row is written. */
export type Made<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : never;
