import { checkFields } from './check-fields.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import type { Pipeline } from './pipeline.ts';

/** References between the files of a pipeline that lead nowhere: types, flags, issuers, criteria, labels and fields that nobody defined. */
export function checkPipeline(pipeline: Pipeline): DefinitionProblem[] {
  const types = new Set(Object.keys(pipeline.documentTypes));
  const flags = new Set(Object.keys(pipeline.flags.flags));
  const issuers = new Set(pipeline.issuerCues.flatMap(({ kinds }) => Object.keys(kinds)));
  const problems: DefinitionProblem[] = [];
  const expect = (
    known: ReadonlySet<string>,
    id: string,
    place: { file: string; path: string; noun: string },
  ): void => {
    if (known.has(id)) return;
    problems.push({
      file: place.file,
      line: 1,
      column: 1,
      path: place.path,
      expected: `a ${place.noun} that is defined; “${id}” is not`,
    });
  };
  for (const language of pipeline.cues) {
    for (const type of Object.keys(language.types)) {
      expect(types, type, { file: `cues/${language.language}.yaml`, path: `types.${type}`, noun: 'document type' });
    }
  }
  for (const [index, criterion] of pipeline.evidenceTable.criteria.entries()) {
    for (const type of Object.keys(criterion.evidence)) {
      expect(types, type, {
        file: 'evidence-table.yaml',
        path: `criteria.${index}.evidence.${type}`,
        noun: 'document type',
      });
    }
  }
  for (const type of Object.values(pipeline.documentTypes)) {
    for (const [index, rule] of type.rules.entries()) {
      expect(flags, rule.flag, { file: `document-types/${type.id}.yaml`, path: `rules.${index}.flag`, noun: 'flag' });
    }
    for (const kind of type.issuers) {
      expect(issuers, kind, { file: `document-types/${type.id}.yaml`, path: 'issuers', noun: 'kind of issuer' });
    }
  }
  const { unknownType, traits } = pipeline.classification;
  expect(types, unknownType, { file: 'classification.yaml', path: 'unknownType', noun: 'document type' });
  for (const [index, trait] of traits.entries()) {
    expect(types, trait.type, { file: 'classification.yaml', path: `traits.${index}.type`, noun: 'document type' });
  }
  for (const type of pipeline.classifierModel.types) {
    expect(types, type, {
      file: 'models/classifier.json',
      path: 'types',
      noun: 'document type (train the model again)',
    });
  }
  return [...problems, ...checkFields(pipeline)];
}
