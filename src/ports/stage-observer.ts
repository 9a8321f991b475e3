/** What happened in one stage. Never holds document content. */
export interface StageEvent {
  readonly stage: string;
  readonly outcome: 'computed' | 'reused';
  readonly durationMs: number;
}

/** Watches stages finish: progress, profiles, metrics. */
export interface StageObserver {
  onStage(event: StageEvent): void;
}
