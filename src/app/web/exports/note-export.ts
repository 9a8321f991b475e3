import type { Seat } from '../seat.ts';

/** Tells the log what left the case, and in which form. */
export async function noteExport(seat: Seat, caseId: string, detail: { what: string; format: string }): Promise<void> {
  await seat.keeping.audit.append([{ action: 'case-exported', subject: caseId, detail }]);
}
