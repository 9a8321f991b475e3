import type { DoctorEnvironment } from './doctor-environment.ts';
import type { CheckName, Finding } from './findings.ts';

/** Looks at one thing. What it throws is found too: nobody foresaw it. */
export type Look = (environment: DoctorEnvironment) => Promise<Finding>;

export interface Check {
  readonly name: CheckName;
  /** Then it is given up, and that is what was found. */
  readonly limitMs: number;
  readonly look: Look;
}
