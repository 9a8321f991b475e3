/** A run of text as a PDF draws it: one font, one direction, placed on the upright page in points. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  /** Top of the run. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isRightToLeft: boolean;
}
