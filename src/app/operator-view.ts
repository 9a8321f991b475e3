import type { Telemetry } from '#ports/telemetry.ts';
import type { Diagnosis } from './doctor/diagnose.ts';
import type { HealthReport } from './health/health-report.ts';

/** What operators and their tools may see of a running Liasse. */
export interface OperatorView {
  health(): Promise<HealthReport>;
  /** Whether it takes work: it has started, is not about to end, and what it stands on answers. */
  isReady(): Promise<boolean>;
  /** For Prometheus. */
  metrics(): Promise<{ readonly contentType: string; readonly text: string }>;
  /** What the doctor finds on this machine; takes seconds. */
  doctor(): Promise<readonly Diagnosis[]>;
  /** Is told of what operators do. */
  readonly telemetry: Telemetry;
  /** Is told of requests that failed unexpectedly. */
  onFailure(thrown: unknown): void;
}
