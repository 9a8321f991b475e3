/** Models learned from an organisation's corrections, one a pipeline, and those before it. */
export interface LearnedModels<Model> {
  /** Undefined when nothing was learned, or when it can't be read: Liasse then reads with what it brings. */
  find(pipelineId: string): Promise<Model | undefined>;
  /** Another one as soon as something else is in force. */
  version(pipelineId: string): Promise<string>;
  save(pipelineId: string, model: Model): Promise<void>;
  /** Takes the last learning back; false when there was none. */
  undo(pipelineId: string): Promise<boolean>;
}
