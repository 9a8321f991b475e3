import { LiasseFailure } from '#domain/failure.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { countReceipts, NO_RECEIPTS } from './count-receipts.ts';
import type { WatchEvent } from './create-file-taker.ts';
import type { MailEvent } from './create-message-taker.ts';
import type { OpenReception } from './with-reception.ts';

type Told = Pick<OpenReception, 'telemetry' | 'onTrouble'>;

/** Tells telemetry of a watched folder: what was read, and that it went and came back. */
export function tellOfFolder({ telemetry, onTrouble }: Told): (event: WatchEvent) => void {
  const presence = tellOfPresence(telemetry, 'folder');
  return (event) => {
    if (event.kind === 'postponed') onTrouble(new LiasseFailure(event.failure));
    if (event.kind !== 'looked') return;
    if (event.round.isThere) presence.back();
    else presence.away('no-such-file');
    if (event.round.files.length > 0) telemetry.tell({ event: 'folder-read', files: event.round.files.length });
  };
}

/** Tells telemetry of a mailbox: what was read, and that it went and came back. */
export function tellOfMailbox({ telemetry, onTrouble }: Told): (event: MailEvent) => void {
  const presence = tellOfPresence(telemetry, 'mailbox');
  let [messages, refused, counts] = [0, 0, NO_RECEIPTS];
  return (event) => {
    if (event.kind === 'postponed') onTrouble(new LiasseFailure(event.failure));
    if (event.kind === 'opened') presence.back();
    if (event.kind === 'away') presence.away(event.failure);
    if (event.kind === 'left') refused += 1;
    if (event.kind === 'received') {
      messages += 1;
      counts = countReceipts(counts, event.receipts);
    }
    if (event.kind !== 'swept' || messages + refused === 0) return;
    telemetry.tell({ event: 'mailbox-read', messages, files: counts.taken + counts.known + counts.rejected, refused });
    [messages, refused, counts] = [0, 0, NO_RECEIPTS];
  };
}

type StoreLost = Extract<Parameters<Telemetry['tell']>[0], { event: 'store-lost' }>;

function tellOfPresence(telemetry: Telemetry, store: StoreLost['store']) {
  let lostAtMs: number | undefined;
  return {
    away: (code: StoreLost['code']): void => {
      if (lostAtMs !== undefined) return;
      lostAtMs = performance.now();
      telemetry.tell({ event: 'store-lost', store, code });
    },
    back: (): void => {
      if (lostAtMs === undefined) return;
      telemetry.tell({ event: 'store-regained', store, durationMs: Math.round(performance.now() - lostAtMs) });
      lostAtMs = undefined;
    },
  };
}
