import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { AuditEntry } from '#domain/audit.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { FileState } from '#domain/ledger.ts';
import type { ArrivedFile } from '#ports/kept-files.ts';
import type { Receipt } from '#ports/received-files.ts';
import { confirmBytes } from './purge/purge-lock.ts';
import type { Tables } from './tables.ts';
import { addWork } from './work/add-work.ts';

/** The state of the case, which stays so until the transaction ends: of two copies that arrive together one would not see the other. */
async function lockCase(within: Transaction<Tables>, caseId: string): Promise<string> {
  const row = await within
    .selectFrom('cases')
    .select('state')
    .where('id', '=', caseId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  // Purged since it was looked up.
  if (row === undefined) throw new LiasseFailure('case-unknown');
  return row.state;
}

/** New papers: the case is worked on again, and the time after which it would be purged begins anew. */
async function reopen(within: Transaction<Tables>, caseId: string): Promise<void> {
  await within.updateTable('cases').set({ state: 'open', state_since: sql`now()` }).where('id', '=', caseId).execute();
}

/** A file and where it goes; its name is sealed. */
export interface Arrival {
  readonly file: ArrivedFile;
  readonly caseId: string;
  readonly nameKey: string;
  readonly name: Buffer;
  readonly by: string;
}

/** Gives a file its row within a transaction, and says what the log is to be told of it. Throws `case-unknown`, `purged-meanwhile`. */
export async function receiveFile(
  within: Transaction<Tables>,
  arrival: Arrival,
): Promise<{ readonly receipt: Receipt; readonly entries: readonly AuditEntry[] }> {
  const { caseId, file } = arrival;
  if (file.sha256 !== null && file.keptAfter !== undefined) await confirmBytes(within, file.sha256, file.keptAfter);
  const before = await lockCase(within, caseId);
  const receipt = await insertFile(within, arrival);
  if (receipt.state !== 'waiting' || before === 'open') return { receipt, entries: [] };
  await reopen(within, caseId);
  const detail = { before, file: receipt.fileId };
  return { receipt, entries: [{ action: 'case-reopened', subject: caseId, detail }] };
}

async function insertFile(within: Transaction<Tables>, { file, caseId, nameKey, name, by }: Arrival): Promise<Receipt> {
  const same =
    file.sha256 === null || file.failure !== null
      ? []
      : await within
          .selectFrom('files')
          .select(['id', 'name_key', 'copy_of'])
          .where('case_id', '=', caseId)
          .where('sha256', '=', file.sha256)
          .where('twin_of', 'is', null)
          .where((where) => where.or([where('state', '<>', 'rejected'), where('settled_at', 'is not', null)]))
          .orderBy('position')
          .execute();
  const twin = same.find((one) => one.name_key === nameKey);
  const state = stateOnArrival(file, twin !== undefined);
  const id = randomUUID();
  await within
    .insertInto('files')
    .values({
      id,
      case_id: caseId,
      name,
      name_key: nameKey,
      sha256: file.sha256,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      is_container: file.isContainer,
      as_of: file.asOf,
      state,
      failure: file.failure,
      copy_of: twin === undefined ? (same[0]?.id ?? null) : null,
      twin_of: twin?.id ?? null,
      via: file.via,
      by,
    })
    .execute();
  if (state === 'waiting') await addWork(within, [{ kind: 'file', subject: id, caseId, workClass: 'live' }]);
  return {
    fileId: id,
    name: file.name,
    sha256: file.sha256,
    state: receiptState(state, same.length > 0),
    failure: file.failure,
    isContainer: file.isContainer,
    twinOf: twin?.id ?? null,
  };
}

/** An archive is taken in by being opened; what it holds has rows of its own. */
function stateOnArrival(file: ArrivedFile, isTwin: boolean): FileState {
  if (file.failure !== null) return 'rejected';
  if (isTwin) return 'duplicate';
  return file.isContainer ? 'accepted' : 'waiting';
}

function receiptState(state: FileState, isCopy: boolean): Receipt['state'] {
  if (state === 'rejected' || state === 'duplicate') return state;
  return isCopy ? 'duplicate' : 'waiting';
}
