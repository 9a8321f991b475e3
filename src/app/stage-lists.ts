import { documentArtifactSchemas, pageArtifactSchemas } from '#domain/artifacts.ts';
import { bindStage } from '#engine/run-stages.ts';
import { assessEvidence } from '#stages/assess-evidence/stage.ts';
import { classify } from '#stages/classify/stage.ts';
import { detectLanguage } from '#stages/detect-language/stage.ts';
import { extractFields } from '#stages/extract-fields/stage.ts';
import { findDates } from '#stages/find-dates/stage.ts';
import { findLetterhead } from '#stages/find-letterhead/stage.ts';
import { findMarks } from '#stages/find-marks/stage.ts';
import { findTraits } from '#stages/find-traits/stage.ts';
import { outlinePages } from '#stages/outline-pages/stage.ts';
import { overruleIssueDate, overruleIssuer, overruleLanguage, overruleType } from '#stages/overrule.ts';
import { pinDecision } from '#stages/pin-decision.ts';
import { proofread } from '#stages/proofread/stage.ts';
import { readCodes } from '#stages/read-codes/stage.ts';
import { readPage } from '#stages/read-page/stage.ts';

/** What is done with every page, in order. */
export const pageStages = [
  bindStage(readPage, pageArtifactSchemas['read-page']),
  bindStage(proofread, pageArtifactSchemas.proofread),
  bindStage(findMarks, pageArtifactSchemas['find-marks']),
  bindStage(readCodes, pageArtifactSchemas['read-codes']),
];

/** What is done with every document once its pages are read and the scan is cut, in order. */
export const documentStages = [
  bindStage(outlinePages, documentArtifactSchemas['outline-pages']),
  bindStage(findTraits, documentArtifactSchemas['find-traits']),
  bindStage(pinDecision(detectLanguage, overruleLanguage), documentArtifactSchemas['detect-language']),
  bindStage(pinDecision(classify, overruleType), documentArtifactSchemas.classify),
  bindStage(pinDecision(findDates, overruleIssueDate), documentArtifactSchemas['find-dates']),
  bindStage(pinDecision(findLetterhead, overruleIssuer), documentArtifactSchemas['find-letterhead']),
  bindStage(extractFields, documentArtifactSchemas['extract-fields']),
  bindStage(assessEvidence, documentArtifactSchemas['assess-evidence']),
];
