import type { DefinitionProblem } from './definition-problem.ts';
import type { FieldExtractor, FieldExtractors } from './field-extractor.schema.ts';
import type { Pipeline } from './pipeline.ts';

/** Extractors that name a label, a value of a code or a field that nobody defined. */
export function checkFields(pipeline: Pipeline): DefinitionProblem[] {
  const labels = new Set(pipeline.fieldLabels.flatMap((one) => Object.keys(one.labels)));
  const coded = new Set(Object.values(pipeline.codes.twoDDoc.values).map(({ name }) => name));
  const files: [file: string, fields: FieldExtractors][] = [
    ['fields.yaml', pipeline.commonFields.fields],
    ...Object.values(pipeline.documentTypes).map((type): [string, FieldExtractors] => [
      `document-types/${type.id}.yaml`,
      type.fields,
    ]),
  ];
  return files.flatMap(([file, fields]) => {
    const names = new Set([...Object.keys(fields), ...Object.keys(pipeline.commonFields.fields)]);
    return Object.entries(fields).flatMap(([name, list]) =>
      list.flatMap((extractor, at) =>
        references(extractor)
          .filter(({ to, id }) => !{ label: labels, value: coded, field: names }[to].has(id))
          .map(({ to, id }) => ({
            file,
            line: 1,
            column: 1,
            path: `fields.${name}.${at}`,
            expected: `a ${NOUNS[to]} that is defined; “${id}” is not`,
          })),
      ),
    );
  });
}

const NOUNS = { label: 'label (labels/*.yaml)', value: 'value of a code (codes.yaml)', field: 'field' } as const;

function references(extractor: FieldExtractor): { to: keyof typeof NOUNS; id: string }[] {
  switch (extractor.from) {
    case 'label':
      return [extractor.label].flat().map((id) => ({ to: 'label', id }));
    case 'sums':
      return [extractor.whole, extractor.less, extractor.rest].map((id) => ({ to: 'label', id }));
    case 'mrz-agreement':
      return Object.values(extractor.labels).map((id) => ({ to: 'label', id }));
    case 'two-d-doc':
      return extractor.names.map((id) => ({ to: 'value', id }));
    case 'presence':
      return extractor.of.map((id) => ({ to: 'field', id }));
    default:
      return [];
  }
}
