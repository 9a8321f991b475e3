import type { Pipeline } from '#definitions/pipeline.ts';
import type { DocumentArtifacts } from '#domain/artifacts.ts';
import type { DocumentDecisions } from '#domain/decisions.ts';
import type { StageSpec } from '#engine/stage.ts';
import type { Tools } from './define-stage.ts';

/**
 * The stage, its answer overruled by what a person decided: the decision is an input like any other, so that later stages are computed from it
 * and nothing that was remembered without it is used.
 */
export function pinDecision<
  Name extends keyof DocumentArtifacts & string,
  Need extends keyof DocumentArtifacts & string,
  Use extends keyof Tools & string,
  Rules,
  Look extends Need = never,
>(
  spec: StageSpec<DocumentArtifacts, Tools, Pipeline, Name, Need, Use, Rules, Look>,
  overrule: (
    found: DocumentArtifacts[Name],
    decisions: DocumentDecisions,
    pages: DocumentArtifacts['document-pages']['pages'],
  ) => DocumentArtifacts[Name],
): StageSpec<DocumentArtifacts, Tools, Pipeline, Name, Need | 'decisions' | 'document-pages', Use, Rules, Look> {
  return {
    ...spec,
    needs: [...new Set([...spec.needs, 'decisions' as const, 'document-pages' as const])],
    run: async (context) => {
      const found = await spec.run(context);
      return overrule(found, context.inputs.decisions, context.inputs['document-pages'].pages);
    },
  };
}
