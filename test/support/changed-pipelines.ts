import type { Pipeline } from '#definitions/pipeline.ts';

/** The pipeline with one flag more, for every paper that has a date of issue. */
export function withDatedFlag(pipeline: Pipeline): Pipeline {
  const { flags } = pipeline;
  const text = { fr: 'daté', en: 'dated' };
  const dated = { label: text, message: text, severity: 'info' as const, factor: 0.5 };
  const rule = { flag: 'dated', when: { fact: 'issueDate', is: 'present' as const }, unclear: 'ignore' as const };
  return {
    ...pipeline,
    version: `${pipeline.version}-dated`,
    flags: { ...flags, flags: { ...flags.flags, dated }, rules: [...flags.rules, rule] },
  };
}

/** The pipeline that takes every page for a paper of its own. */
export function cuttingEverywhere(pipeline: Pipeline): Pipeline {
  return { ...pipeline, version: `${pipeline.version}-cut`, cutting: { ...pipeline.cutting, cutAt: 0 } };
}
