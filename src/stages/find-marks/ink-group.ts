import type { Line } from '#domain/page-reading.ts';
import type { Component } from '#pixels/components.ts';
import type { Ink } from '#pixels/ink.ts';
import type { Raster } from '#ports/pages.ts';

/** Pieces of ink that belong together, in pixels. */
export interface InkGroup {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly pieces: readonly Component[];
}

/** What the two judges see of a page. */
export interface PageInk {
  readonly ink: Ink;
  readonly colours: Raster;
  readonly lines: readonly Line[];
}
