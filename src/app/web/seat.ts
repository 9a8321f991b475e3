import type { Principal } from '#domain/principal.ts';
import type { Keeping } from '../keeping/open-keeping.ts';

/** Somebody at work: what is kept, as used by them (the audit log names them), and who they are. Every use case of the web app starts from one. */
export interface Seat {
  readonly keeping: Keeping;
  readonly principal: Principal;
  /** Tells the audit log that they looked at something; the same thing once in ten minutes. */
  noteView(action: 'case-viewed' | 'document-viewed', subject: string): Promise<void>;
}
