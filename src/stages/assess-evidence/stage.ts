import { defineDocumentStage } from '../define-stage.ts';
import { dismissFlags } from './dismiss-flags.ts';
import { gatherFacts } from './gather-facts.ts';
import { raiseFlags } from './raise-flags.ts';
import { scoreEvidence } from './score-evidence.ts';

/** What a prefecture would make of a paper: its flags, the criteria it speaks to, its worth. Looks at no page: rules change often. */
export const assessEvidence = defineDocumentStage({
  name: 'assess-evidence',
  version: 8,
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
    'decisions',
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
    const titles = rules.type?.label ?? { fr: '…', en: '…' };
    const raised = raiseFlags(ordered, rules.flags, facts, titles);
    const assessed = dismissFlags(raised, inputs.decisions.dismissed, rules.flags.reviewFlag);
    return { ...assessed, ...scoreEvidence(inputs.classify.id, assessed.flags, rules.evidenceTable, rules.flags) };
  },
});
