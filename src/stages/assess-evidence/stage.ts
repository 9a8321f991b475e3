import { defineDocumentStage } from '../define-stage.ts';
import { gatherFacts } from './gather-facts.ts';
import { raiseFlags } from './raise-flags.ts';
import { scoreEvidence } from './score-evidence.ts';

/** What a prefecture would make of a paper: its flags, the criteria it speaks to, its worth. Looks at no page: rules change often. */
export const assessEvidence = defineDocumentStage({
  name: 'assess-evidence',
  version: 6,
  needs: [
    'outline-pages',
    'find-traits',
    'run-facts',
    'proposed-cuts',
    'detect-language',
    'classify',
    'find-dates',
    'find-letterhead',
    'extract-fields',
  ],
  uses: [],
  looksAt: ['classify'],
  selectRules: (pipeline, inputs) => ({
    type: pipeline.documentTypes[inputs.classify.id],
    evidenceTable: pipeline.evidenceTable,
    flags: pipeline.flags,
    reviewBelow: pipeline.classification.reviewBelow,
  }),
  run: ({ inputs, rules }) => {
    const facts = gatherFacts(inputs, rules.type, rules.flags, rules.reviewBelow);
    const ordered = [...(rules.type?.rules ?? []), ...rules.flags.rules];
    const { flags, needsReview } = raiseFlags(ordered, rules.flags, facts, rules.type?.label ?? { fr: '…', en: '…' });
    return { flags, needsReview, ...scoreEvidence(inputs.classify.id, flags, rules.evidenceTable, rules.flags) };
  },
});
