import type { Raster } from '#ports/pages.ts';
import type { PageSpending, Recognition, TextRecognizer } from '#ports/text-recognizer.ts';
import type { RankedLanguage } from '#text/rank-languages.ts';
import type { ModelChoice } from './choose-models.ts';
import type { PreparedPage } from './prepare-page.ts';

/** A page as it was read best. */
export interface PixelReading {
  readonly page: PreparedPage;
  readonly recognition: Recognition;
  /** The models that read it, the main one first, joined with `+`. */
  readonly model: string;
  readonly languages: readonly RankedLanguage[];
  /** Time ran out before all was tried that could have read it better. */
  readonly isCutShort?: boolean;
}

/** What a reading works with. */
export interface ReadingTools {
  readonly recognizer: TextRecognizer;
  readonly models: ModelChoice;
  readonly signal: AbortSignal;
  /** What this page may still cost, over all its readings. */
  readonly spending: PageSpending;
  /** The band of the page, whichever way up, in which models are tried. */
  readonly sampleOf: (page: PreparedPage) => Raster;
  /** Reads the whole page with one or more models, the main one first. */
  readonly read: (page: PreparedPage, models: readonly string[]) => Promise<PixelReading>;
}
