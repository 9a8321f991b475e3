import { documentArtifactSchemas, pageArtifactSchemas } from '#domain/artifacts.ts';
import { bindStage } from '#engine/run-stages.ts';
import { assessEvidence } from '#stages/assess-evidence/stage.ts';
import { classify } from '#stages/classify/stage.ts';
import { detectLanguage } from '#stages/detect-language/stage.ts';
import { extractFields } from '#stages/extract-fields/stage.ts';
import { findDates } from '#stages/find-dates/stage.ts';
import { findLetterhead } from '#stages/find-letterhead/stage.ts';
import { findMarks } from '#stages/find-marks/stage.ts';
import { readPage } from '#stages/read-page/stage.ts';

/** What is done with every page, in order. */
export const pageStages = [
  bindStage(readPage, pageArtifactSchemas['read-page']),
  bindStage(findMarks, pageArtifactSchemas['find-marks']),
];

/** What is done with every document once its pages are read and the scan is cut, in order. */
export const documentStages = [
  bindStage(detectLanguage, documentArtifactSchemas['detect-language']),
  bindStage(classify, documentArtifactSchemas.classify),
  bindStage(findDates, documentArtifactSchemas['find-dates']),
  bindStage(findLetterhead, documentArtifactSchemas['find-letterhead']),
  bindStage(extractFields, documentArtifactSchemas['extract-fields']),
  bindStage(assessEvidence, documentArtifactSchemas['assess-evidence']),
];
