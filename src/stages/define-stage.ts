import type { Pipeline } from '#definitions/pipeline.ts';
import type { DocumentArtifacts, PageArtifacts } from '#domain/artifacts.ts';
import type { StageSpec } from '#engine/stage.ts';
import type { CodeReader } from '#ports/code-reader.ts';
import type { PageProvider, UprightPages } from '#ports/pages.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';

/** The tools a stage may ask for. Each carries a fingerprint that goes into the content key. */
export interface Tools {
  readonly pages: PageProvider;
  readonly uprightPages: UprightPages;
  readonly recognizer: TextRecognizer;
  readonly codeReader: CodeReader;
}

/** Binds a stage about one page to our artifacts, tools and definitions; checks the declaration, adds nothing. */
export function definePageStage<
  Name extends keyof PageArtifacts & string,
  Need extends keyof PageArtifacts & string,
  Use extends keyof Tools & string,
  Rules,
  Look extends Need = never,
>(spec: StageSpec<PageArtifacts, Tools, Pipeline, Name, Need, Use, Rules, Look>): typeof spec {
  return spec;
}

/** Binds a stage about one document likewise. */
export function defineDocumentStage<
  Name extends keyof DocumentArtifacts & string,
  Need extends keyof DocumentArtifacts & string,
  Use extends keyof Tools & string,
  Rules,
  Look extends Need = never,
>(spec: StageSpec<DocumentArtifacts, Tools, Pipeline, Name, Need, Use, Rules, Look>): typeof spec {
  return spec;
}
