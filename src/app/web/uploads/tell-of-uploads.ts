import { LiasseFailure } from '#domain/failure.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { fileReceived } from '../../telemetry-events.ts';
import { type ReceivedInto, receiveUpload, type WholeUpload } from './receive-upload.ts';

/** Receives an upload, and tells how much it was and what became of it: counts and codes, no name. */
export interface UploadTeller {
  readonly receive: typeof receiveUpload;
  /** What `begin` gives; that it was refused is told with the code. */
  orTell<Value>(begin: () => Promise<Value>): Promise<Value>;
}

const BYTES = 1024;

export function createUploadTeller(telemetry: Telemetry | undefined): UploadTeller {
  const orTell = async <Value>(begin: () => Promise<Value>): Promise<Value> => {
    try {
      return await begin();
    } catch (error) {
      if (error instanceof LiasseFailure) telemetry?.tell({ event: 'upload-refused', code: error.code });
      throw error;
    }
  };
  const receive = async (upload: WholeUpload, into: ReceivedInto) => {
    const startedAt = performance.now();
    const receipts = await receiveUpload(upload, into);
    for (const receipt of receipts) telemetry?.tell(fileReceived(receipt, 'upload', into.kept.id));
    telemetry?.tell({
      event: 'upload-received',
      files: receipts.length,
      rejected: receipts.filter(({ state }) => state === 'rejected').length,
      kilobytes: Math.ceil((upload.bytes?.length ?? 0) / BYTES),
      durationMs: performance.now() - startedAt,
    });
    return receipts;
  };
  return { orTell, receive: (upload, into) => orTell(() => receive(upload, into)) };
}
